package io.marquee.identity.keycloak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import io.marquee.identity.EmailAddress;
import io.marquee.identity.Parallel;
import io.marquee.platform.web.ApiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A Keycloak that takes requests and does not answer, while hundreds log in; then it
 * does.
 */
class KeycloakOutageIT {

	private final AtomicInteger inFlight = new AtomicInteger();

	private final AtomicInteger most = new AtomicInteger();

	private final CountDownLatch recovered = new CountDownLatch(1);

	private HttpServer server;

	private KeycloakTokens tokens;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", (exchange) -> {
			this.most.accumulateAndGet(this.inFlight.incrementAndGet(), Math::max);
			try (exchange) {
				this.recovered.await();
				byte[] body = "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"expires_in\":300}".getBytes();
				exchange.getRequestBody().readAllBytes();
				exchange.getResponseHeaders().add("Content-Type", "application/json");
				exchange.sendResponseHeaders(200, body.length);
				exchange.getResponseBody().write(body);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			finally {
				this.inFlight.decrementAndGet();
			}
		});
		this.server.start();
		KeycloakSettings settings = new KeycloakSettings(
				URI.create("http://localhost:" + this.server.getAddress().getPort()), "marquee", "app", "s", "identity",
				"s", Duration.ofMillis(500), Duration.ofSeconds(2));
		this.tokens = new KeycloakTokens(new KeycloakHttp(settings, RestClient.builder()), settings);
	}

	@AfterEach
	void stop() {
		this.recovered.countDown();
		this.server.stop(0);
	}

	@Test
	void isNotBuriedAndIsUsedAgainWhenItAnswers() {
		Instant start = Instant.now();

		List<String> outcomes = Parallel.times(500, this::signIn);

		assertThat(outcomes).containsOnly("IDENTITY_PROVIDER_UNAVAILABLE 5");
		assertThat(this.most).hasValueBetween(1, 64);
		// Not a time to keep: in line, 500 would wait 16 s and more.
		assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));

		this.recovered.countDown();
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(Parallel.times(20, this::signIn)).containsOnly("in"));
	}

	private String signIn() {
		try {
			this.tokens.signIn(new EmailAddress("a@example.org"), "p");
			return "in";
		}
		catch (ApiException ex) {
			Duration again = ex.retryAfter();
			return ex.code() + " " + ((again != null) ? again.toSeconds() : "");
		}
	}

}
