package io.marquee.identity.challenge;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.marquee.identity.Api;
import io.marquee.identity.IdentityIT;
import io.marquee.identity.KeycloakServer;
import io.marquee.identity.Mailbox;
import io.marquee.identity.Parallel;
import io.marquee.identity.crypto.Cryptography;
import io.marquee.identity.keycloak.KeycloakSession;
import io.marquee.identity.keycloak.KeycloakSessions;
import io.marquee.identity.keycloak.KeycloakTokens;
import io.marquee.identity.keycloak.SessionTokens;
import io.marquee.identity.limit.Limit;
import io.marquee.identity.limit.Limits;
import io.marquee.platform.web.ApiException;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * What becomes of log-ins that wait for their second factor: proven, guessed at, left,
 * and cut short by the death of the service.
 */
@IdentityIT
class ChallengeIT {

	private static final String PASSWORD = "Popcorn-and-2-seats";

	@Autowired
	private Api api;

	@Autowired
	private MongoTemplate mongo;

	@Autowired
	private Challenges challenges;

	@Autowired
	private KeycloakSessions keycloak;

	@Autowired
	private KeycloakTokens tokens;

	@Autowired
	private Limits limits;

	private String email = "";

	private String userId = "";

	@BeforeEach
	void hasCodesMailed() {
		this.email = UUID.randomUUID() + "@example.org";
		Api.Answer session = this.api.register(this.email, PASSWORD).expect(201);
		this.userId = turnOnEmail(this.email, session);
		this.keycloak.endAll(this.userId);
	}

	@Test
	void isProvenOnce() {
		String challenge = begin();
		String code = Mailbox.codeFor(this.email, 2);
		prove(challenge, code).expect(200);

		prove(challenge, code).expect(401, "CHALLENGE_INVALID");
		assertThat(this.challenges.of(this.userId)).isEmpty();
		assertThat(sessions()).hasSize(1);
	}

	@Test
	void isProvenOnceThoughTheRightCodeComesManyTimesAtOnce() {
		String challenge = begin();
		String code = Mailbox.codeFor(this.email, 2);

		List<Integer> outcomes = Parallel.times(5, () -> prove(challenge, code).status());

		assertThat(outcomes).containsOnlyOnce(200);
		assertThat(sessions()).hasSize(1);
	}

	@Test
	void isProvenByTheFirstGuessThoughTheLastFailsBeforeItsSessionIsOpened() {
		String challenge = begin();
		Challenge first = this.challenges.guess(challenge);
		for (int i = 0; i < 4; i++) {
			this.challenges.failed(this.challenges.guess(challenge));
		}

		this.tokens.refresh(this.challenges.redeem(first, challenge));
		this.challenges.fulfil(first);
		assertThat(sessions()).hasSize(1);
	}

	@Test
	void allowsFiveGuessesThoughManyComeAtOnceAndEndsItsSession() {
		String challenge = begin();
		String code = Mailbox.codeFor(this.email, 2);

		List<Api.Answer> answers = Parallel.times(40, () -> prove(challenge, wrong(code)));

		List<String> outcomes = answers.stream().map((answer) -> answer.body().path("code").asString()).toList();
		assertThat(Collections.frequency(outcomes, "OTP_INVALID")).isEqualTo(5);
		assertThat(Collections.frequency(outcomes, "OTP_TOO_MANY_ATTEMPTS")).isEqualTo(35);
		assertThat(prove(challenge, code).expect(429, "OTP_TOO_MANY_ATTEMPTS").headers().getFirst("Retry-After"))
			.isNotNull();
		send(challenge).expect(429, "OTP_TOO_MANY_ATTEMPTS");
		awaitTheEndOfItsSession(challenge);
	}

	@Test
	void takesTheRightCodeAtTheFifthGuess() {
		String challenge = begin();
		String code = Mailbox.codeFor(this.email, 2);
		for (int i = 0; i < 4; i++) {
			prove(challenge, wrong(code)).expect(400, "OTP_INVALID");
		}

		prove(challenge, code).expect(200);
	}

	@Test
	void limitsWrongGuessesAtAnAccountOverAllItsLogIns() {
		for (int i = 0; i < 20; i++) {
			this.limits.spend(Limit.SECOND_FACTOR, this.userId);
		}
		String challenge = begin();
		String code = Mailbox.codeFor(this.email, 2);

		assertThat(prove(challenge, code).expect(429, "RATE_LIMITED").headers().getFirst("Retry-After")).isNotNull();

		this.limits.clear(Limit.SECOND_FACTOR, this.userId);
		prove(challenge, code).expect(200);
	}

	@Test
	void countsWhatIsGuessedAtOneLogInAgainstTheNext() {
		for (int i = 0; i < 4; i++) {
			String challenge = begin();
			for (int guess = 0; guess < 5; guess++) {
				prove(challenge, "ABCD-EFGH-JKMN").expect(400, "OTP_INVALID");
			}
		}

		prove(begin(), "ABCD-EFGH-JKMN").expect(429, "RATE_LIMITED");
	}

	@Test
	void isNotProvenWithTheCodeOfAnotherLogIn() {
		String first = begin();
		String code = Mailbox.codeFor(this.email, 2);
		Api.Answer later = login();

		assertThat(later.data().path("codeSent").asBoolean()).isFalse();
		String second = later.text("challengeId");
		for (int i = 0; i < 4; i++) {
			prove(second, code).expect(400, "OTP_INVALID");
		}
		Api.Answer cooling = send(second).expect(429, "OTP_COOL_DOWN");
		assertThat(Integer.parseInt(cooling.headers().getFirst("Retry-After"))).isBetween(1, 60);
		prove(first, code).expect(200);
	}

	@Test
	void hasItsCodeMailedOnceTheOneBeforeWasUsed() {
		prove(begin(), Mailbox.codeFor(this.email, 2)).expect(200);

		String second = begin();
		prove(second, Mailbox.codeFor(this.email, 3)).expect(200);
	}

	@Test
	void isUnknownIfTheClientMadeItUpOrReadItInTheDatabase() {
		String challenge = begin();
		String code = Mailbox.codeFor(this.email, 2);
		String id = Cryptography.hash(challenge);
		assertThat(this.mongo.getCollection("challenges").countDocuments(new Document("_id", id))).isOne();

		prove(id, code).expect(401, "CHALLENGE_INVALID");
		prove("made-up", code).expect(401, "CHALLENGE_INVALID");
		send("made-up").expect(401, "CHALLENGE_INVALID");
		prove(challenge, code).expect(200);
	}

	@Test
	void lapsesAndItsSessionEnds() {
		String challenge = begin();
		String code = Mailbox.codeFor(this.email, 2);
		assertThat(sessions()).hasSize(1).containsExactly(stored(challenge).getString("session"));
		set(challenge, new Document("expiresAt", past()).append("endAt", past()));

		prove(challenge, code).expect(401, "CHALLENGE_INVALID");
		send(challenge).expect(401, "CHALLENGE_INVALID");
		awaitTheEndOfItsSession(challenge);
		this.challenges.forgetEnded();
		assertThat(this.mongo.getCollection("challenges").countDocuments(new Document("userId", this.userId))).isZero();
	}

	@Test
	void givesNothingToAnAccountBlockedMeanwhile() {
		String challenge = begin();
		String code = Mailbox.codeFor(this.email, 2);
		this.mongo.getCollection("accounts")
			.updateOne(new Document("_id", this.userId), new Document("$set", new Document("blocked", true)));

		prove(challenge, code).expect(403, "ACCOUNT_BLOCKED");

		assertThat(sessions()).isEmpty();
		login().expect(403, "ACCOUNT_BLOCKED");
	}

	@Test
	void isWorthNothingOnceAllSessionsHaveEnded() {
		String challenge = begin();
		this.keycloak.endAll(this.userId);

		prove(challenge, Mailbox.codeFor(this.email, 2)).expect(401, "INVALID_REFRESH_TOKEN");
	}

	@Test
	void asksAdminsTooAndOnlyAfterTheirRoleIsSeen() {
		Map<String, String> own = Map.of("email", this.email, "password", PASSWORD);
		this.api.post("/api/v1/admin/login", own).expect(403, "FORBIDDEN");
		assertThat(this.mongo.getCollection("challenges").countDocuments(new Document("userId", this.userId))).isZero();

		String admin = "admin@marquee.example";
		Map<String, String> credentials = Map.of("email", admin, "password",
				KeycloakServer.SECRETS.get("MARQUEE_DEMO_PASSWORD"));
		Api.Answer session = this.api.post("/api/v1/admin/login", credentials).expect(200);
		String adminId = turnOnEmail(admin, session);
		try {
			int known = Mailbox.mailsTo(admin).size();
			Api.Answer challenge = this.api.post("/api/v1/admin/login", credentials).expect(200);
			assertThat(challenge.data().path("requires2FA").asBoolean()).isTrue();
			assertThat(challenge.data().has("accessToken")).isFalse();
			Api.Answer proven = this.api
				.post("/api/v1/2fa/verify",
						Map.of("challengeId", challenge.text("challengeId"), "otp", Mailbox.codeFor(admin, known)))
				.expect(200);
			assertThat(proven.data().path("user").path("roles").toString()).contains("admin");
		}
		finally {
			this.mongo.getCollection("secondFactors").deleteOne(new Document("_id", adminId));
		}
	}

	@Test
	void losesItsSessionIfTheServiceDiesAfterTheProof() {
		String challenge = begin();
		Challenge proven = this.challenges.guess(challenge);
		this.challenges.redeem(proven, challenge);
		// The service is killed here; its lease ends.
		set(challenge, new Document("endAt", past()));

		awaitTheEndOfItsSession(challenge);
		prove(challenge, Mailbox.codeFor(this.email, 2)).expect(401, "CHALLENGE_INVALID");
	}

	@Test
	void losesItsSessionIfTheServiceDiesWithTheTokensInHand() {
		String challenge = begin();
		Challenge proven = this.challenges.guess(challenge);
		SessionTokens inHand = this.tokens.refresh(this.challenges.redeem(proven, challenge));
		set(challenge, new Document("endAt", past()));

		awaitTheEndOfItsSession(challenge);
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> this.challenges.fulfil(proven))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("CHALLENGE_INVALID"));
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> this.tokens.refresh(inHand.refreshToken()))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("INVALID_REFRESH_TOKEN"));
	}

	@Test
	void isEndedByAnotherReplicaIfTheOneThatTookItDies() {
		String challenge = begin();
		set(challenge, new Document("endAt", past()));
		Challenge lapsed = this.mongo.findById(Cryptography.hash(challenge), Challenge.class);
		this.challenges.take(lapsed);
		assertThat(this.challenges.take(lapsed)).isEmpty();
		set(challenge, new Document("endAt", past()));

		awaitTheEndOfItsSession(challenge);
	}

	private String begin() {
		Api.Answer challenge = login().expect(200);
		assertThat(challenge.data().has("accessToken")).isFalse();
		return challenge.text("challengeId");
	}

	private Api.Answer login() {
		return this.api.login(this.email, PASSWORD);
	}

	private Api.Answer prove(String challenge, String code) {
		return this.api.post("/api/v1/2fa/verify-login", Map.of("challengeId", challenge, "otp", code));
	}

	private Api.Answer send(String challenge) {
		return this.api.post("/api/v1/2fa/send", Map.of("challengeId", challenge));
	}

	private String turnOnEmail(String address, Api.Answer session) {
		int known = Mailbox.mailsTo(address).size();
		String token = session.text("accessToken");
		this.api.post("/api/v1/2fa/enable/request", token).expect(200);
		this.api.post("/api/v1/2fa/enable/verify", token, Map.of("otp", Mailbox.codeFor(address, known))).expect(200);
		return session.data().path("user").path("id").asString();
	}

	private List<String> sessions() {
		return this.keycloak.of(this.userId).stream().map(KeycloakSession::id).toList();
	}

	/**
	 * Keycloak lists a session no more a moment before it refuses its tokens: the service
	 * makes its note when Keycloak has answered.
	 */
	private void awaitTheEndOfItsSession(String challenge) {
		await().atMost(Duration.ofSeconds(40))
			.untilAsserted(() -> assertThat(stored(challenge)).doesNotContainKeys("session", "refreshToken", "endAt"));
		assertThat(sessions()).isEmpty();
	}

	private void set(String challenge, Document fields) {
		this.mongo.getCollection("challenges")
			.updateOne(new Document("_id", Cryptography.hash(challenge)), new Document("$set", fields));
	}

	private Document stored(String challenge) {
		return this.mongo.getCollection("challenges").find(new Document("_id", Cryptography.hash(challenge))).first();
	}

	private static Date past() {
		return Date.from(Instant.now().minusSeconds(1));
	}

	private static String wrong(String code) {
		return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
	}

}
