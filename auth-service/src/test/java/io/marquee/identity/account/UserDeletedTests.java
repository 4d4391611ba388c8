package io.marquee.identity.account;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

class UserDeletedTests {

	@Test
	void hasASampleThatFitsItsSchema() throws IOException {
		String sample = contract("sample.json");

		assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
			.getSchema(contract("schema.json"), InputFormat.JSON)
			.validate(sample, InputFormat.JSON)).isEmpty();
		JsonMapper json = new JsonMapper();
		assertThat(json.readTree(json.writeValueAsString(json.readValue(sample, UserDeleted.class))))
			.isEqualTo(json.readTree(sample));
	}

	private static String contract(String name) throws IOException {
		return new ClassPathResource("contracts/" + UserDeleted.TYPE + "/" + name)
			.getContentAsString(StandardCharsets.UTF_8);
	}

}
