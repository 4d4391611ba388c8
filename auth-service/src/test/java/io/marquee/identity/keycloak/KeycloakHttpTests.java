package io.marquee.identity.keycloak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.marquee.identity.EmailAddress;
import io.marquee.platform.web.ApiException;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A Keycloak that misbehaves.
 */
class KeycloakHttpTests {

	private static final EmailAddress ADDRESS = new EmailAddress("a@example.org");

	private final AtomicInteger calls = new AtomicInteger();

	private final List<String> traced = new CopyOnWriteArrayList<>();

	private final CountDownLatch end = new CountDownLatch(1);

	private HttpServer server;

	private KeycloakTokens tokens;

	private KeycloakUsers users;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.start();
		connect(Duration.ofSeconds(10));
	}

	private void connect(Duration patience) {
		KeycloakSettings settings = new KeycloakSettings(
				URI.create("http://localhost:" + this.server.getAddress().getPort()), "marquee", "app", "s", "identity",
				"s", patience, patience);
		ObservationRegistry observations = ObservationRegistry.create();
		observations.observationConfig().observationHandler(new ObservationHandler<>() {

			@Override
			public void onStop(Observation.Context context) {
				KeycloakHttpTests.this.traced.add(context.getAllKeyValues().toString());
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}

		});
		KeycloakHttp http = new KeycloakHttp(settings, RestClient.builder().observationRegistry(observations));
		this.tokens = new KeycloakTokens(http, settings);
		this.users = new KeycloakUsers(
				new KeycloakAdministration(http, new AdministrationToken(this.tokens, Clock.systemUTC()), settings));
	}

	@AfterEach
	void stop() {
		this.end.countDown();
		this.server.stop(0);
	}

	@Test
	void stopsAskingAKeycloakThatDoesNotAnswer() {
		connect(Duration.ofMillis(200));
		answer("/", (exchange) -> {
			try {
				this.end.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});

		for (int i = 0; i < 50; i++) {
			refusesToSignIn("IDENTITY_PROVIDER_UNAVAILABLE");
		}

		assertThat(this.calls).hasValueLessThan(10);
	}

	@Test
	void countsServerErrorsButNotRefusals() {
		answer("/", (exchange) -> json(exchange, 400, "{\"error\":\"invalid_grant\"}"));
		for (int i = 0; i < 50; i++) {
			refusesToSignIn("INVALID_CREDENTIALS");
		}
		assertThat(this.calls).hasValue(50);

		this.server.removeContext("/");
		answer("/", (exchange) -> json(exchange, 500, "{}"));
		for (int i = 0; i < 50; i++) {
			refusesToSignIn("IDENTITY_PROVIDER_UNAVAILABLE");
		}
		assertThat(this.calls).hasValueLessThan(80);
	}

	@Test
	void doesNotBlameTheCallerForItsOwnWrongSecret() {
		answer("/", (exchange) -> json(exchange, 401, "{\"error\":\"invalid_client\"}"));

		refusesToSignIn("IDENTITY_PROVIDER_UNAVAILABLE");
	}

	@Test
	void fetchesANewTokenWhenKeycloakForgotTheOld() {
		AtomicInteger issued = new AtomicInteger();
		answer("/realms/", (exchange) -> json(exchange, 200,
				"{\"access_token\":\"t%d\",\"expires_in\":300}".formatted(issued.incrementAndGet())));
		answer("/admin/", (exchange) -> {
			boolean first = "Bearer t1".equals(exchange.getRequestHeaders().getFirst("Authorization"));
			json(exchange, first ? 401 : 200, first ? "{}" : "7");
		});

		assertThat(this.users.count()).isEqualTo(7);
		assertThat(this.users.count()).isEqualTo(7);
		assertThat(issued).hasValue(2);
	}

	@Test
	void keepsAddressesOutOfTraces() {
		answer("/realms/", (exchange) -> json(exchange, 200, "{\"access_token\":\"t\",\"expires_in\":300}"));
		answer("/admin/", (exchange) -> json(exchange, 200,
				"[{\"id\":\"1\",\"username\":\"a\",\"email\":\"a@example.org\",\"enabled\":true}]"));

		assertThat(this.users.withAddress(ADDRESS)).isPresent();

		assertThat(this.traced).hasSize(2).noneMatch((tags) -> tags.contains("example.org"));
		assertThat(this.traced.getLast()).contains("/admin/realms/marquee/users");
	}

	private void refusesToSignIn(String code) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> this.tokens.signIn(ADDRESS, "p"))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(code));
	}

	private void answer(String path, HttpHandler handler) {
		this.server.createContext(path, (exchange) -> {
			this.calls.incrementAndGet();
			handler.handle(exchange);
		});
	}

	private static void json(com.sun.net.httpserver.HttpExchange exchange, int status, String body) throws IOException {
		try (exchange) {
			exchange.getRequestBody().readAllBytes();
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			exchange.sendResponseHeaders(status, body.length());
			exchange.getResponseBody().write(body.getBytes());
		}
	}

}
