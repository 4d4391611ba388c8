package io.marquee.gateway;

import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A gateway that has not reached Kafka since it started.
 */
class UnknownRevocationsTests extends RunningGateway {

	@DynamicPropertySource
	static void kafkaIsDown(DynamicPropertyRegistry registry) {
		registry.add("marquee.revocations.enabled", () -> true);
		registry.add("spring.kafka.bootstrap-servers", () -> "localhost:" + unusedPort());
	}

	@Test
	void doesNotTakeATokenThatMayHaveBeenRevoked() {
		for (String path : new String[] { "/api/v1/user/orders", "/api/v1/user/movies" }) {
			Failure.expect(getAs(tokens.user(), path), HttpStatus.SERVICE_UNAVAILABLE, "REVOCATIONS_UNKNOWN")
				.expectHeader()
				.valueEquals("Retry-After", "2");
		}
	}

	@Test
	void servesWhoNeedsNoToken() {
		get("/api/v1/user/movies").expectStatus().isOk();
		get("/").expectStatus().isOk();
		Failure.expect(get("/api/v1/user/orders"), HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED");
	}

	@Test
	void isAliveButNotReady() {
		get("/actuator/health/readiness").expectStatus().isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		get("/actuator/health/liveness").expectStatus().isOk();
	}

}
