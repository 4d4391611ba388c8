package io.marquee.config;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ConfigServerTests {

	private final HttpClient http = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	static List<String> services() {
		return ConfigFiles.names().stream().filter((name) -> !name.equals("application")).toList();
	}

	@ParameterizedTest
	@MethodSource("services")
	void servesAServiceItsOwnFileBeforeTheOneForAll(String service) throws Exception {
		JsonNode sources = JsonMapper.shared().readTree(get("/" + service + "/default").body()).get("propertySources");

		assertThat(StreamSupport.stream(sources.spliterator(), false).map((source) -> source.get("name").asString()))
			.satisfiesExactly((own) -> assertThat(own).endsWith("/" + service + ".yml"),
					(all) -> assertThat(all).endsWith("/application.yml"));
		assertThat(values(sources.get(0))).isEqualTo(ConfigFiles.values(service));
		assertThat(values(sources.get(1))).isEqualTo(ConfigFiles.values("application"));
	}

	@Test
	void servesAServiceItDoesNotKnowWhatIsForAll() throws Exception {
		JsonNode sources = JsonMapper.shared().readTree(get("/unknown-service/default").body()).get("propertySources");

		assertThat(sources).hasSize(1);
	}

	@Test
	void neitherEncryptsNorLeavesItsFolder() throws Exception {
		assertThat(send(request("/encrypt").POST(BodyPublishers.ofString("x"))).statusCode()).isNotEqualTo(200);
		assertThat(get("/booking-service/default/main/..%2fapplication.yml").statusCode()).isGreaterThanOrEqualTo(400);
		assertThat(get("/booking-service/default/main/(_)..(_)application.yml").statusCode())
			.isGreaterThanOrEqualTo(400);
	}

	@Test
	void answersProbesAndKeepsOtherManagementToItself() throws Exception {
		assertThat(get("/actuator/health/readiness").body()).contains("\"UP\"");
		assertThat(get("/actuator/health").body()).contains("\"UP\"");
		assertThat(get("/actuator/env").body()).doesNotContain("systemEnvironment", "systemProperties");
	}

	private static Map<String, String> values(JsonNode source) {
		return source.get("source")
			.propertyStream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().asString()));
	}

	private HttpResponse<String> get(String path) throws Exception {
		return send(request(path));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.http.send(request.build(), BodyHandlers.ofString());
	}

}
