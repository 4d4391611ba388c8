package io.marquee.identity;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * New passwords, and who must not set one.
 */
@IdentityIT
class PasswordIT {

	private static final String PASSWORD = "Popcorn-and-2-seats";

	private static final String NEW_PASSWORD = "Nachos-and-3-seats";

	@Autowired
	private Api api;

	@Autowired
	private MongoTemplate mongo;

	private final String email = UUID.randomUUID() + "@example.org";

	private Api.Answer session;

	@BeforeEach
	void registered() {
		this.session = this.api.register(this.email, PASSWORD).expect(201);
	}

	@Test
	void changesThePasswordAndEndsTheOtherSessionsOnly() {
		Api.Answer other = this.api.login(this.email, PASSWORD).expect(200);

		change(PASSWORD, NEW_PASSWORD).expect(200);

		refresh(this.session).expect(200);
		refresh(other).expect(401, "INVALID_REFRESH_TOKEN");
		assertThat(revoked()).containsExactly(Api.session(other));
		this.api.login(this.email, PASSWORD).expect(401, "INVALID_CREDENTIALS");
		this.api.login(this.email, NEW_PASSWORD).expect(200);
	}

	@Test
	void changesNothingWithoutTheCurrentPassword() {
		Api.Answer refused = change("Wrong-password-1", NEW_PASSWORD).expect(400, "CURRENT_PASSWORD_WRONG");

		assertThat(refused.body().path("errors").path(0).path("field").asString()).isEqualTo("currentPassword");
		this.api.login(this.email, PASSWORD).expect(200);
	}

	@Test
	void leavesNoSessionBehindForTheCheckOfTheCurrentPassword() {
		change(PASSWORD, PASSWORD).expect(400, "VALIDATION_FAILED");

		assertThat(keycloakSessions()).containsExactly(Api.session(this.session));
	}

	@Test
	void limitsGuessesAtTheCurrentPasswordTogetherWithThoseAtLogIn() {
		for (int i = 0; i < 5; i++) {
			change("Wrong-password-1", NEW_PASSWORD).expect(400, "CURRENT_PASSWORD_WRONG");
			this.api.login(this.email, "Wrong-password-1").expect(401, "INVALID_CREDENTIALS");
		}

		Api.Answer limited = change(PASSWORD, NEW_PASSWORD).expect(429, "RATE_LIMITED");
		assertThat(Integer.parseInt(limited.headers().getFirst("Retry-After"))).isBetween(1, 300);
	}

	@Test
	void passesThePolicysOpinionOfANewPasswordOn() {
		Api.Answer other = this.api.login(this.email, PASSWORD).expect(200);

		Api.Answer refused = change(PASSWORD, "short1").expect(400, "VALIDATION_FAILED");

		assertThat(refused.body().path("errors").path(0).path("field").asString()).isEqualTo("newPassword");
		assertThat(refused.body().path("errors").path(0).path("message").asString()).startsWith("Invalid password");
		refresh(other).expect(200);
		assertThat(this.mongo.getCollection("sessionEndings").countDocuments(new Document("userId", userId())))
			.isZero();
	}

	@Test
	void resetsThePasswordAndEndsEverySession() {
		reset(forgot(), NEW_PASSWORD).expect(200);

		refresh(this.session).expect(401, "INVALID_REFRESH_TOKEN");
		assertThat(revoked()).contains(Api.session(this.session), userId());
		this.api.login(this.email, PASSWORD).expect(401, "INVALID_CREDENTIALS");
		this.api.login(this.email, NEW_PASSWORD).expect(200);
	}

	@Test
	void takesACodeOnce() {
		String code = forgot();
		reset(code, NEW_PASSWORD).expect(200);

		reset(code, "Another-password-4").expect(400, "OTP_INVALID");
		this.api.login(this.email, NEW_PASSWORD).expect(200);
	}

	@Test
	void takesACodeOnceOfManyAtTheSameTime() {
		String code = forgot();

		List<Integer> statuses = Parallel.times(5,
				() -> reset(code, "Password-" + UUID.randomUUID().toString()).status());

		assertThat(statuses).containsOnlyOnce(200);
		assertThat(Collections.frequency(statuses, 400)).isEqualTo(4);
	}

	@Test
	void keepsACodeGoodForAsManyWeakPasswordsAsItTakes() {
		String code = forgot();
		for (int i = 0; i < 6; i++) {
			Api.Answer refused = reset(code, "weak").expect(400, "VALIDATION_FAILED");
			assertThat(refused.body().path("errors").path(0).path("field").asString()).isEqualTo("newPassword");
		}

		refresh(this.session).expect(200);
		reset(code, NEW_PASSWORD).expect(200);
	}

	@Test
	void allowsFiveGuessesAtACodeThoughHundredsComeAtOnce() {
		String code = forgot();
		String wrong = "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);

		List<String> codes = Parallel.times(100,
				() -> reset(this.api.from("203.0.113.20"), wrong, NEW_PASSWORD).body().path("code").asString());

		assertThat(Collections.frequency(codes, "OTP_INVALID")).isEqualTo(5);
		assertThat(Collections.frequency(codes, "OTP_TOO_MANY_ATTEMPTS")).isEqualTo(95);
		reset(code, NEW_PASSWORD).expect(429, "OTP_TOO_MANY_ATTEMPTS");
		this.api.login(this.email, PASSWORD).expect(200);
	}

	@Test
	void takesNoCodeOfASignUp() {
		this.mongo.getCollection("otps").deleteMany(new Document());
		int known = Mailbox.mailsTo(this.email).size();
		this.api.post("/api/v1/auth/send-otp", Map.of("email", this.email)).expect(200);

		reset(Mailbox.codeFor(this.email, known), NEW_PASSWORD).expect(400, "OTP_INVALID");
	}

	@Test
	void letsAnOwnerBackInWhomGuessesHaveShutOut() {
		for (int i = 0; i < 60; i++) {
			this.api.from("2001:db8:1:" + i + "::1").login(this.email, "Wrong-password-1");
		}
		for (int i = 0; i < 10; i++) {
			this.api.login(this.email, "Wrong-password-1");
		}
		this.api.login(this.email, PASSWORD).expect(429, "RATE_LIMITED");
		assertThat(lockedAtKeycloak()).isTrue();

		reset(forgot(), NEW_PASSWORD).expect(200);

		this.api.login(this.email, NEW_PASSWORD).expect(200);
		assertThat(lockedAtKeycloak()).isFalse();
	}

	private Api.Answer change(String current, String chosen) {
		return this.api.post("/api/v1/auth/change-password", this.session.text("accessToken"),
				Map.of("currentPassword", current, "newPassword", chosen));
	}

	private String forgot() {
		int known = Mailbox.mailsTo(this.email).size();
		this.api.post("/api/v1/auth/forgot-password", Map.of("email", this.email)).expect(200);
		return Mailbox.codeFor(this.email, known);
	}

	private Api.Answer reset(String code, String chosen) {
		return reset(this.api, code, chosen);
	}

	private Api.Answer reset(Api client, String code, String chosen) {
		return client.post("/api/v1/auth/reset-password",
				Map.of("email", this.email, "otp", code, "newPassword", chosen));
	}

	private Api.Answer refresh(Api.Answer of) {
		return this.api.post("/api/v1/auth/refresh", Map.of("refreshToken", of.text("refreshToken")));
	}

	private String userId() {
		return this.session.data().path("user").path("id").asString();
	}

	private List<String> revoked() {
		return Revocations.of(userId());
	}

	private List<String> keycloakSessions() {
		return this.api.keycloak("/users/" + userId() + "/sessions")
			.body()
			.valueStream()
			.map((found) -> found.path("id").asString())
			.toList();
	}

	private boolean lockedAtKeycloak() {
		return this.api.keycloak("/attack-detection/brute-force/users/" + userId())
			.body()
			.path("numFailures")
			.asInt() > 0;
	}

}
