package io.marquee.e2e;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A token that has not expired, after its session was ended.
 */
@ExtendWith(Suite.class)
class RevocationJourneyIT {

	private static final String BOOKINGS = "/api/v1/bookings/my-bookings";

	/** Answered by the gateway alone: 404 to a good token. */
	private static final String NOWHERE = "/api/v1/nothing-here";

	/** The promise this test is about. */
	private static final Duration A_SECOND = Duration.ofSeconds(1);

	private final Suite suite;

	RevocationJourneyIT(Suite suite) {
		this.suite = suite;
	}

	@Test
	void aTokenIsWorthlessWithinASecondOfLoggingOutAtTheGatewayAndAtAService() {
		String token = logIn();
		String another = logIn();
		Api gateway = Api.at(this.suite.gateway()).as(token);
		Api booking = Api.at(this.suite.address(8103)).as(token);
		assertThat(gateway.get(NOWHERE).status()).isEqualTo(404);
		assertThat(gateway.get(BOOKINGS).status()).isEqualTo(200);
		assertThat(booking.get(BOOKINGS).status()).isEqualTo(200);

		assertThat(gateway.post("/api/v1/auth/logout", Map.of()).status()).isBetween(200, 204);
		long loggedOut = System.nanoTime();

		await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).atMost(A_SECOND).untilAsserted(() -> {
			assertThat(gateway.get(NOWHERE).code()).isEqualTo("UNAUTHENTICATED");
			assertThat(booking.get(BOOKINGS).code()).isEqualTo("UNAUTHENTICATED");
		});
		System.out.println("Refused " + Duration.ofNanos(System.nanoTime() - loggedOut).toMillis()
				+ " ms after the answer to logging out");

		// Where no token is needed, a revoked one is as wrong as any other bad one.
		assertThat(gateway.get("/api/v1/user/movies").status()).isEqualTo(401);
		assertThat(Api.at(this.suite.gateway()).as(another).get(BOOKINGS).status()).isEqualTo(200);
	}

	@Test
	void aGatewayThatStartsKnowsWhatWasRevokedBefore() {
		String token = logIn();
		Api gateway = Api.at(this.suite.gateway());
		gateway.as(token).post("/api/v1/auth/logout", Map.of());
		await().atMost(A_SECOND).until(() -> gateway.as(token).get(NOWHERE).status() == 401);
		String good = logIn();

		this.suite.kill("gateway");
		Suite.marquee("up", "--no-training", "--no-demo");

		assertThat(gateway.as(good).get(NOWHERE).status()).isEqualTo(404);
		assertThat(gateway.as(token).get(NOWHERE).status()).isEqualTo(401);
	}

	private String logIn() {
		return Api.at(this.suite.gateway())
			.post("/api/v1/auth/login", Map.of("email", "user@marquee.example", "password", this.suite.demoPassword()))
			.data("accessToken")
			.asString();
	}

}
