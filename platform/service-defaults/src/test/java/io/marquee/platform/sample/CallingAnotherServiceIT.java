package io.marquee.platform.sample;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.marquee.test.ServiceIT;
import io.marquee.test.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a service sees of another one that answers well, badly, slowly or not at all.
 */
@ServiceIT
class CallingAnotherServiceIT {

	private static final Queue<HttpExchange> calls = new ConcurrentLinkedQueue<>();

	private static final HttpServer other = start();

	private RestTestClient client;

	@Autowired
	private TestTokens tokens;

	@Autowired
	private CircuitBreakerRegistry breakers;

	@DynamicPropertySource
	static void addresses(DynamicPropertyRegistry registry) {
		registry.add("spring.cloud.discovery.client.simple.instances.other-service[0].uri",
				() -> "http://localhost:" + other.getAddress().getPort());
		registry.add("spring.cloud.openfeign.client.config.default.read-timeout", () -> "300");
	}

	@AfterAll
	static void stop() {
		other.stop(0);
	}

	@BeforeEach
	void connect(@LocalServerPort int port) {
		// Not the default client, which waits and tries again after a 503.
		this.client = RestTestClient.bindToServer(new JdkClientHttpRequestFactory())
			.baseUrl("http://localhost:" + port)
			.build();
		calls.clear();
		this.breakers.circuitBreaker("other-service").reset();
	}

	@Test
	void internalCallsCarryTheServicesOwnToken() {
		get("/api/v1/remote/fine").expectStatus().isOk().expectBody().jsonPath("$.data.name").isEqualTo("fine");
		assertThat(authorization()).startsWith("Bearer ").isNotEqualTo("Bearer " + this.tokens.user("u-1"));
		assertThat(calls.peek().getRequestHeaders()).containsKey("Traceparent");
	}

	@Test
	void otherCallsPassTheUsersTokenOn() {
		String token = this.tokens.user("u-1");
		this.client.get().uri("/api/v1/relayed/fine").header(HttpHeaders.AUTHORIZATION, "Bearer " + token).exchange();
		assertThat(authorization()).isEqualTo("Bearer " + token);
	}

	@Test
	void aRefusalArrivesWithItsStatusAndCode() {
		get("/api/v1/remote/missing").expectStatus()
			.isNotFound()
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("THING_NOT_FOUND")
			.jsonPath("$.message")
			.isEqualTo("No such thing");
	}

	@Test
	void aFailureOrATimeOutIsOneClear503() {
		for (String trouble : new String[] { "broken", "slow", "forbidden" }) {
			get("/api/v1/remote/" + trouble).expectStatus()
				.isEqualTo(503)
				.expectHeader()
				.exists(HttpHeaders.RETRY_AFTER)
				.expectBody()
				.jsonPath("$.code")
				.isEqualTo("OTHER_SERVICE_UNAVAILABLE");
		}
	}

	@Test
	void afterManyFailuresNoCallIsTriedForAWhile() {
		for (int i = 0; i < 10; i++) {
			get("/api/v1/remote/broken").expectStatus().isEqualTo(503);
		}
		assertThat(this.breakers.circuitBreaker("other-service").getState()).isEqualTo(CircuitBreaker.State.OPEN);
		calls.clear();
		get("/api/v1/remote/fine").expectStatus()
			.isEqualTo(503)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("OTHER_SERVICE_UNAVAILABLE");
		assertThat(calls).isEmpty();
	}

	@Test
	void refusalsDoNotOpenTheBreaker() {
		for (int i = 0; i < 30; i++) {
			get("/api/v1/remote/missing").expectStatus().isNotFound();
		}
		get("/api/v1/remote/fine").expectStatus().isOk();
	}

	private static String authorization() {
		return calls.element().getRequestHeaders().getFirst(HttpHeaders.AUTHORIZATION);
	}

	private RestTestClient.ResponseSpec get(String uri) {
		return this.client.get()
			.uri(uri)
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + this.tokens.user("u-1"))
			.exchange();
	}

	private static HttpServer start() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			server.createContext("/", CallingAnotherServiceIT::answer);
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void answer(HttpExchange call) throws IOException {
		calls.add(call);
		String path = call.getRequestURI().getPath();
		switch (path.substring(path.lastIndexOf('/') + 1)) {
			case "fine" -> send(call, 200, "{\"name\":\"fine\"}");
			case "missing" -> send(call, 404,
					"{\"code\":\"THING_NOT_FOUND\",\"message\":\"No such thing\",\"errors\":[],\"statusCode\":404}");
			case "forbidden" -> send(call, 403, "{}");
			case "broken" -> send(call, 500, "{\"code\":\"INTERNAL_ERROR\"}");
			default -> {
				// Accepts the call and never answers: the caller's read time-out must end
				// it.
			}
		}
	}

	private static void send(HttpExchange call, int status, String body) throws IOException {
		try (call) {
			byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
			call.getResponseHeaders().add("Content-Type", "application/json");
			call.sendResponseHeaders(status, bytes.length);
			call.getResponseBody().write(bytes);
		}
	}

}
