package io.marquee.e2e;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Signing up, and who is kept out.
 */
@ExtendWith(Suite.class)
class IdentityJourneyIT {

	private final Suite suite;

	private final Box box;

	private final Api api;

	IdentityJourneyIT(Suite suite) {
		this.suite = suite;
		this.box = new Box(suite);
		this.api = Api.at(suite.gateway());
	}

	@Test
	void signsUpByTheCodeInTheMailAndLogsIn() {
		Newcomer asha = Newcomer.signUp(this.suite, "Asha Rao");
		Api.Answer me = this.api.loggedIn(asha.email(), asha.password()).get("/api/v1/auth/me");
		assertThat(me.status()).isEqualTo(200);
		assertThat(me.body().toString()).contains("Asha Rao", asha.email());
	}

	@Test
	void keepsOutWhoHasNoGoodToken() {
		String good = this.api
			.post("/api/v1/auth/login", Map.of("email", "user@marquee.example", "password", this.suite.demoPassword()))
			.data("accessToken")
			.asString();
		String[] parts = good.split("\\.");
		List<String> bad = List.of("garbage", "eyJhbGciOiJub25lIn0." + parts[1] + ".",
				parts[0] + "." + parts[1] + "." + parts[2].substring(1) + "A");
		for (String address : List.of(this.suite.gateway(), this.suite.address(8103))) {
			Api there = Api.at(address);
			assertThat(there.get("/api/v1/bookings/my-bookings").status()).isEqualTo(401);
			for (String token : bad) {
				Api.Answer answer = there.as(token).get("/api/v1/bookings/my-bookings");
				assertThat(answer.status()).as(token).isEqualTo(401);
				assertThat(answer.body().path("success").asBoolean(true)).isFalse();
			}
			assertThat(there.as(good).get("/api/v1/bookings/my-bookings").status()).isEqualTo(200);
		}
	}

	@Test
	void keepsUsersOffAdminPathsThroughTheGatewayAndStraightAtTheService() {
		Api user = Api.at(this.suite.gateway()).loggedIn("user@marquee.example", this.suite.demoPassword());
		assertThat(user.get("/api/v1/admin/dashboard/stats").status()).isEqualTo(403);
		assertThat(user.get("/api/v1/admin/movies").status()).isEqualTo(403);
		String token = this.api
			.post("/api/v1/auth/login", Map.of("email", "user@marquee.example", "password", this.suite.demoPassword()))
			.data("accessToken")
			.asString();
		assertThat(Api.at(this.suite.address(8106)).as(token).get("/api/v1/admin/dashboard/stats").status())
			.isEqualTo(403);
		assertThat(Api.at(this.suite.address(8102)).as(token).get("/api/v1/admin/movies").status()).isEqualTo(403);
		assertThat(Api.at(this.suite.gateway()).as(token).get("/internal/totals").status()).isEqualTo(404);
	}

	@Test
	void answersBadInputClearly() {
		Api user = this.api.loggedIn("user@marquee.example", this.suite.demoPassword());
		assertThat(this.api.get("/api/v1/user/movies/none").status()).isEqualTo(404);
		assertThat(this.api.get("/api/v1/bookings/seats/none").status()).isEqualTo(404);
		assertThat(user.post("/api/v1/bookings/book", Map.of("showId", "none", "seats", List.of("A1"))).status())
			.isEqualTo(404);
		String show = this.box.show(1);
		assertThat(user.post("/api/v1/bookings/book", Map.of("showId", show, "seats", List.of("ZZ99"))).status())
			.isEqualTo(404);
		Api.Answer malformed = user.post("/api/v1/bookings/book", "{\"showId\":");
		assertThat(malformed.status()).isEqualTo(400);
		Api.Answer missing = user.post("/api/v1/bookings/book", Map.of());
		assertThat(missing.status()).isEqualTo(400);
		assertThat(missing.body().path("errors").size()).isEqualTo(2);
		assertThat(user.post("/api/v1/bookings/book", Map.of("showId", show, "seats", "A1", "price", 1)).status())
			.isEqualTo(400);
		assertThat(this.api.get("/api/v1/nowhere").status()).isIn(401, 404);
	}

}
