package io.marquee.discovery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DiscoveryTests {

	private final HttpClient http = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@Test
	void showsANewInstanceToTheNextFetchAndForgetsOneThatLeaves() throws Exception {
		// Fills the response cache, so that a stale answer would be seen below.
		assertThat(get("/eureka/apps").body()).doesNotContain("CATALOG-SERVICE");

		assertThat(register("catalog-service", "one").statusCode()).isEqualTo(204);
		assertThat(get("/eureka/apps").body()).contains("CATALOG-SERVICE", "10.0.0.7");

		assertThat(send(request("/eureka/apps/CATALOG-SERVICE/one").DELETE()).statusCode()).isEqualTo(200);
		assertThat(get("/eureka/apps").body()).doesNotContain("CATALOG-SERVICE");
	}

	@Test
	void doesNotListItself() throws Exception {
		assertThat(get("/eureka/apps").body()).doesNotContain("DISCOVERY");
	}

	@Test
	void answersProbesAndKeepsOtherManagementToItself() throws Exception {
		assertThat(get("/actuator/health/readiness").body()).contains("\"UP\"");
		assertThat(get("/actuator/health/liveness").body()).contains("\"UP\"");
		assertThat(get("/actuator/env").statusCode()).isEqualTo(404);
	}

	private HttpResponse<String> register(String app, String id) throws Exception {
		String instance = """
				{"instance": {"instanceId": "%s", "app": "%s", "vipAddress": "%s", "hostName": "10.0.0.7",
				  "ipAddr": "10.0.0.7", "status": "UP", "port": {"$": 8102, "@enabled": "true"},
				  "dataCenterInfo": {"@class": "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo", "name": "MyOwn"}}}
				"""
			.formatted(id, app, app);
		return send(request("/eureka/apps/" + app).header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(instance)));
	}

	private HttpResponse<String> get(String path) throws Exception {
		return send(request(path));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.header("Accept", "application/json");
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.http.send(request.build(), BodyHandlers.ofString());
	}

}
