package io.marquee.platform.sample;

import java.io.IOException;
import java.net.ServerSocket;

import io.marquee.platform.revocation.Revocations;
import io.marquee.test.ServiceIT;
import io.marquee.test.TestTokens;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service that started while Kafka was down.
 */
@ServiceIT
class WithoutKafkaIT {

	@Autowired
	private RestTestClient client;

	@Autowired
	private TestTokens tokens;

	@Autowired
	private Revocations revocations;

	@DynamicPropertySource
	static void kafkaIsDown(DynamicPropertyRegistry registry) throws IOException {
		try (ServerSocket unused = new ServerSocket(0)) {
			int port = unused.getLocalPort();
			registry.add("marquee.revocations.kafka[bootstrap.servers]", () -> "localhost:" + port);
		}
	}

	@Test
	void servesAndIsReadyThoughItCannotKnowWhatWasRevoked() {
		this.client.get()
			.uri("/api/v1/me")
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + this.tokens.user("u-1"))
			.exchange()
			.expectStatus()
			.isOk();
		this.client.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
		assertThat(this.revocations.known()).isFalse();
	}

}
