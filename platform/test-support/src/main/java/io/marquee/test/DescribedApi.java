package io.marquee.test;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the committed description of a service's API, {@code openapi.json}, is what
 * the service serves. After a change it is written anew with
 * {@code -Dmarquee.openapi.write=true}.
 */
public interface DescribedApi {

	/**
	 * Where the service under test is.
	 * @return its port
	 */
	int port();

	@Test
	default void committedDescriptionIsTheOneThatIsServed() throws Exception {
		Path committed = Path.of("openapi.json");
		JsonMapper readable = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
		String served = readable.writeValueAsString(served()).replace("\r\n", "\n") + "\n";
		if (Boolean.getBoolean("marquee.openapi.write")) {
			Files.writeString(committed, served);
		}
		assertThat(Files.readString(committed)).as("openapi.json; write it anew with -Dmarquee.openapi.write=true")
			.isEqualTo(served);
	}

	@Test
	default void everyOperationIsDescribedAndNothingElse() throws Exception {
		Set<String> served = new TreeSet<>();
		served().path("paths")
			.propertyStream()
			.forEach((path) -> path.getValue()
				.propertyNames()
				.forEach((method) -> served.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
		assertThat(described()).isEqualTo(served);
	}

	@Test
	default void everyParameterSaysWhatItIsFor() throws Exception {
		assertThat(served().path("paths")
			.valueStream()
			.flatMap(JsonNode::valueStream)
			.flatMap((operation) -> operation.path("parameters").valueStream())).isNotEmpty()
			.allSatisfy((parameter) -> assertThat(parameter.path("description").asString()).as(parameter.toString())
				.isNotBlank());
	}

	@Test
	default void nothingInternalIsShown() throws Exception {
		assertThat(served().toString()).doesNotContain("/internal/", "/brokers/", "CurrentUser", "/error", "Seed");
	}

	private JsonNode served() throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			URI docs = URI.create("http://localhost:" + port() + "/v3/api-docs");
			return new JsonMapper()
				.readTree(client.send(HttpRequest.newBuilder(docs).build(), BodyHandlers.ofString()).body());
		}
	}

	private static Set<String> described() throws IOException {
		try (InputStream in = new ClassPathResource("api.yml").getInputStream()) {
			Map<String, Map<String, ?>> texts = new Yaml().load(in);
			return new TreeSet<>(texts.getOrDefault("operations", Map.of()).keySet());
		}
	}

}
