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

	/**
	 * The promise is a second. What it took is printed: no test fails for the machine
	 * being busy.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Suite suite;

	RevocationJourneyIT(Suite suite) {
		this.suite = suite;
	}

	@Test
	void aTokenIsWorthlessAfterLoggingOutAtTheGatewayAndAtAService() {
		String token = logIn();
		String another = logIn();
		Api gateway = Api.at(this.suite.gateway()).as(token);
		Api booking = Api.at(this.suite.address(8103)).as(token);
		assertThat(gateway.get(NOWHERE).status()).isEqualTo(404);
		assertThat(gateway.get(BOOKINGS).status()).isEqualTo(200);
		assertThat(booking.get(BOOKINGS).status()).isEqualTo(200);

		assertThat(gateway.post("/api/v1/auth/logout", Map.of()).status()).isBetween(200, 204);
		awaitRefusal(gateway, booking, "logging out");
		// Where no token is needed, a revoked one is as wrong as any other bad one.
		assertThat(gateway.get("/api/v1/user/movies").status()).isEqualTo(401);
		assertThat(Api.at(this.suite.gateway()).as(another).get(BOOKINGS).status()).isEqualTo(200);
	}

	@Test
	void aGatewayThatStartsKnowsWhatWasRevokedBefore() {
		String token = logIn();
		Api gateway = Api.at(this.suite.gateway());
		gateway.as(token).post("/api/v1/auth/logout", Map.of());
		await().atMost(PATIENCE).until(() -> gateway.as(token).get(NOWHERE).status() == 401);
		String good = logIn();

		this.suite.kill("gateway");
		Suite.marquee("up", "--no-training", "--no-demo");

		assertThat(gateway.as(good).get(NOWHERE).status()).isEqualTo(404);
		assertThat(gateway.as(token).get(NOWHERE).status()).isEqualTo(401);
	}

	@Test
	void aBlockedUsersTokenIsWorthlessEverywhereUntilTheyLogInAgainUnblocked() {
		Newcomer rogue = Newcomer.signUp(this.suite, "Rita Rogue");
		Api admin = Api.at(this.suite.gateway()).loggedIn("admin@marquee.example", this.suite.demoPassword());
		Api booking = Api.at(this.suite.address(8103)).as(rogue.token());
		assertThat(rogue.api().get(BOOKINGS).status()).isEqualTo(200);
		assertThat(booking.get(BOOKINGS).status()).isEqualTo(200);

		Api.Answer blocked = admin.patch("/api/v1/admin/users/" + rogue.id() + "/block", Map.of("reason", "Touting"));
		assertThat(blocked.status()).as(blocked.toString()).isEqualTo(200);
		awaitRefusal(rogue.api(), booking, "blocking");
		Map<String, String> credentials = Map.of("email", rogue.email(), "password", rogue.password());
		Api.Answer refused = Api.at(this.suite.gateway()).post("/api/v1/auth/login", credentials);
		assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
		assertThat(refused.code()).isEqualTo("ACCOUNT_BLOCKED");

		assertThat(admin.patch("/api/v1/admin/users/" + rogue.id() + "/unblock", Map.of()).status()).isEqualTo(200);
		Api back = Api.at(this.suite.gateway()).loggedIn(rogue.email(), rogue.password());
		await().atMost(PATIENCE).until(() -> back.get(BOOKINGS).status() == 200);
		assertThat(rogue.api().get(BOOKINGS).status()).isEqualTo(401);
	}

	private static void awaitRefusal(Api gateway, Api service, String what) {
		long answered = System.nanoTime();
		await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).atMost(PATIENCE).untilAsserted(() -> {
			assertThat(gateway.get(NOWHERE).code()).isEqualTo("UNAUTHENTICATED");
			assertThat(service.get(BOOKINGS).code()).isEqualTo("UNAUTHENTICATED");
		});
		System.out.println("Refused at both doors " + Duration.ofNanos(System.nanoTime() - answered).toMillis()
				+ " ms after the answer to " + what);
	}

	private String logIn() {
		return Api.at(this.suite.gateway())
			.post("/api/v1/auth/login", Map.of("email", "user@marquee.example", "password", this.suite.demoPassword()))
			.data("accessToken")
			.asString();
	}

}
