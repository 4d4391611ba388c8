package io.marquee.booking.booking;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * The committed description is what the service serves. After a change it is written anew
 * with {@code -Dmarquee.openapi.write=true}.
 */
class OpenApiIT extends BookingIT {

	private static final Path COMMITTED = Path.of("openapi.json");

	private static final JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	@Test
	void committedDescriptionIsTheOneThatIsServed() throws Exception {
		String served = json.writeValueAsString(served()).replace("\r\n", "\n") + "\n";
		if (Boolean.getBoolean("marquee.openapi.write")) {
			Files.writeString(COMMITTED, served);
		}
		assertThat(Files.readString(COMMITTED)).as("openapi.json; write it anew with -Dmarquee.openapi.write=true")
			.isEqualTo(served);
	}

	@Test
	void everyOperationIsDescribedAndNothingElse() throws Exception {
		Set<String> served = new TreeSet<>();
		served().path("paths")
			.propertyStream()
			.forEach((path) -> path.getValue()
				.propertyNames()
				.forEach((method) -> served.add(method.toUpperCase() + " " + path.getKey())));
		assertThat(described()).isEqualTo(served);
	}

	@Test
	void everyParameterSaysWhatItIsFor() throws Exception {
		assertThat(served().path("paths")
			.valueStream()
			.flatMap(JsonNode::valueStream)
			.flatMap((operation) -> operation.path("parameters").valueStream())).isNotEmpty()
			.allSatisfy((parameter) -> assertThat(parameter.path("description").asString()).as(parameter.toString())
				.isNotBlank());
	}

	@Test
	void nothingInternalIsShown() throws Exception {
		assertThat(served().toString()).doesNotContain("/internal/", "CurrentUser", "/error", "Seed");
	}

	private JsonNode served() throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			URI docs = uri("").resolve("/v3/api-docs");
			return json.readTree(client.send(HttpRequest.newBuilder(docs).build(), BodyHandlers.ofString()).body());
		}
	}

	private static Set<String> described() throws IOException {
		try (InputStream in = new ClassPathResource("api.yml").getInputStream()) {
			Map<String, Map<String, ?>> texts = new Yaml().load(in);
			return new TreeSet<>(texts.get("operations").keySet());
		}
	}

}
