package io.marquee.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * The gateway on a real port with stand-ins for the services behind it. offers-service is
 * registered but does not answer; admin-service is not registered.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "eureka.client.enabled=false", "spring.cloud.config.enabled=false",
				"management.tracing.export.zipkin.enabled=false",
				// Tests tell it themselves what was revoked and what changed; Kafka's
				// part has
				// tests of its own.
				"marquee.revocations.enabled=false", "marquee.gateway.cache.follow=false",
				"marquee.gateway.routing.response-timeouts.catalog-service=1s",
				"marquee.gateway.edge.allowed-origins=https://tickets.example",
				"marquee.gateway.edge.strict-transport-security=max-age=31536000" })
abstract class RunningGateway {

	static final TokenIssuer tokens = new TokenIssuer();

	static final Downstream auth = new Downstream("auth-service");

	static final Downstream catalog = new Downstream("catalog-service");

	static final Downstream booking = new Downstream("booking-service");

	static final Downstream notification = new Downstream("notification-service");

	@LocalServerPort
	int port;

	WebTestClient client;

	@DynamicPropertySource
	static void addresses(DynamicPropertyRegistry registry) {
		registry.add("marquee.security.issuer", () -> TokenIssuer.ISSUER);
		registry.add("marquee.security.jwk-set-uri", tokens::jwkSetUri);
		instance(registry, "auth-service", auth.uri());
		instance(registry, "catalog-service", catalog.uri());
		instance(registry, "booking-service", booking.uri());
		instance(registry, "notification-service", notification.uri());
		instance(registry, "offers-service", "http://localhost:" + unusedPort());
	}

	private static void instance(DynamicPropertyRegistry registry, String service, String uri) {
		registry.add("spring.cloud.discovery.client.simple.instances." + service + "[0].uri", () -> uri);
	}

	static int unusedPort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@BeforeEach
	void connect() {
		this.client = WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + this.port)
			.responseTimeout(Duration.ofSeconds(20))
			.build();
	}

	WebTestClient.ResponseSpec get(String path) {
		return this.client.get().uri(path).exchange();
	}

	WebTestClient.ResponseSpec getAs(String token, String path) {
		return this.client.get().uri(path).headers((headers) -> headers.setBearerAuth(token)).exchange();
	}

}
