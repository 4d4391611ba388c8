package io.marquee.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/**
 * The published contract of an event type.
 */
public record Contract(String type) {

	public List<String> violations(String json) {
		Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
			.getSchema(resource("schema"), InputFormat.JSON);
		return schema
			.validate(json, InputFormat.JSON,
					(context) -> context.executionConfig((config) -> config.formatAssertionsEnabled(true)))
			.stream()
			.map(Object::toString)
			.toList();
	}

	public String sample() {
		return resource("sample");
	}

	private String resource(String name) {
		String path = "/contracts/" + this.type + "/" + name + ".json";
		try (InputStream content = Contract.class.getResourceAsStream(path)) {
			if (content == null) {
				throw new IllegalStateException(path + " is missing");
			}
			return new String(content.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
