package io.marquee.identity;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.marquee.identity.account.DataSubject;
import io.marquee.identity.account.PersonalData;
import io.marquee.identity.secondfactor.QrCodeTests;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Setting a second factor up, and what its codes are good for.
 */
@IdentityIT
class SecondFactorIT {

	/** A few letters alone would be found in random ones now and then. */
	private static final String JSON_WEB_TOKEN = "eyJ[\\w-]{10,}\\.";

	private static final String PASSWORD = "Popcorn-and-2-seats";

	@Autowired
	private Api api;

	@Autowired
	private MongoTemplate mongo;

	@Autowired
	private List<PersonalData> personalData;

	private String email = "";

	private String token = "";

	private String userId = "";

	@BeforeEach
	void registered() {
		this.email = UUID.randomUUID() + "@example.org";
		Api.Answer session = this.api.register(this.email, PASSWORD).expect(201);
		this.token = session.text("accessToken");
		this.userId = session.data().path("user").path("id").asString();
	}

	@Test
	void mailsACodeAtEveryLogInOnceThatIsTurnedOn() {
		turnOnEmail();

		Api.Answer challenge = challengeOf(this.api.login(this.email, PASSWORD));
		assertThat(texts(challenge.data().path("methods"))).containsExactly("EMAIL");
		assertThat(challenge.data().path("codeSent").asBoolean()).isTrue();
		assertThat(this.api.get("/api/v1/auth/sessions", this.token).data().path("totalItems").asInt()).isOne();
		Api.Answer session = prove(challenge, mailedCode()).expect(200);
		assertThat(this.api.get("/api/v1/auth/sessions", this.token).data().path("totalItems").asInt()).isEqualTo(2);

		assertThat(session.text("tokenType")).isEqualTo("Bearer");
		assertThat(session.data().path("expiresIn").asLong()).isEqualTo(300);
		assertThat(session.data().path("user").path("email").asString()).isEqualTo(this.email);
		this.api.get("/api/v1/auth/me", session.text("accessToken")).expect(200);
		this.api.post("/api/v1/auth/refresh", Map.of("refreshToken", session.text("refreshToken"))).expect(200);
	}

	@Test
	void takesNoCodeButTheMailedOneToTurnMailsOn() {
		this.api.post("/api/v1/2fa/enable/verify", this.token, Map.of("otp", "123456")).expect(400, "OTP_INVALID");
		int known = Mailbox.mailsTo(this.email).size();
		this.api.post("/api/v1/2fa/enable/request", this.token).expect(200);
		String code = Mailbox.codeFor(this.email, known);
		this.api.post("/api/v1/2fa/enable/request", this.token).expect(429, "OTP_COOL_DOWN");
		this.api.post("/api/v1/2fa/enable/verify", this.token, Map.of("otp", wrong(code))).expect(400, "OTP_INVALID");
		assertThat(methods()).isEmpty();

		this.api.post("/api/v1/2fa/enable/verify", this.token, Map.of("otp", code)).expect(200);

		assertThat(methods()).containsExactly("EMAIL");
		this.api.post("/api/v1/2fa/enable/request", this.token).expect(409, "SECOND_FACTOR_ALREADY_ON");
	}

	@Test
	void takesTheCodesOfAnAppThatHasProvenItself() throws Exception {
		Api.Answer setUp = this.api.post("/api/v1/2fa/totp/setup", this.token).expect(200);
		assertThat(setUp.headers().getCacheControl()).isEqualTo("no-store");
		byte[] picture = Base64.getDecoder().decode(setUp.text("qrPng").replace("data:image/png;base64,", ""));
		AuthenticatorApp app = AuthenticatorApp.scan(QrCodeTests.read(picture));
		assertThat(app.secret()).isEqualTo(setUp.text("secret"));
		assertThat(this.api.login(this.email, PASSWORD).expect(200).data().has("accessToken")).isTrue();
		assertThat(methods()).isEmpty();
		this.api.post("/api/v1/2fa/totp/verify", this.token, Map.of("otp", wrong(app.code())))
			.expect(400, "OTP_INVALID");

		Api.Answer on = this.api.post("/api/v1/2fa/totp/verify", this.token, Map.of("otp", app.code())).expect(200);

		assertThat(texts(on.data().path("methods"))).containsExactly("TOTP", "RECOVERY_CODE");
		assertThat(texts(on.data().path("recoveryCodes"))).hasSize(10);
		Api.Answer challenge = challengeOf(this.api.login(this.email, PASSWORD));
		assertThat(challenge.data().path("codeSent").asBoolean()).isFalse();
		prove(challenge, app.nextCode()).expect(200);
		this.api.post("/api/v1/2fa/totp/setup", this.token).expect(409, "SECOND_FACTOR_ALREADY_ON");
		this.api.post("/api/v1/2fa/totp/verify", this.token, Map.of("otp", app.code()))
			.expect(409, "SECOND_FACTOR_ALREADY_ON");
	}

	@Test
	void setsNothingUpWithoutBeginning() {
		this.api.post("/api/v1/2fa/totp/verify", this.token, Map.of("otp", "123456"))
			.expect(409, "SECOND_FACTOR_NOT_SET_UP");
		this.api.post("/api/v1/2fa/totp/setup", this.token).expect(200);
		this.mongo.getCollection("secondFactors")
			.updateOne(new Document("_id", this.userId),
					new Document("$set", new Document("pending.expiresAt", new java.util.Date())));
		this.api.post("/api/v1/2fa/totp/verify", this.token, Map.of("otp", "123456"))
			.expect(409, "SECOND_FACTOR_NOT_SET_UP");
	}

	@Test
	void takesACodeOfTheAppsOnceThoughManyLogInsTryItAtOnce() {
		AuthenticatorApp app = turnOnApp().app();
		List<Api.Answer> challenges = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			challenges.add(challengeOf(this.api.login(this.email, PASSWORD)));
		}
		String code = app.nextCode();
		List<Api.Answer> waiting = Collections.synchronizedList(new ArrayList<>(challenges));

		List<Integer> outcomes = Parallel.times(5, () -> prove(waiting.removeLast(), code).status());

		assertThat(outcomes).containsExactlyInAnyOrder(200, 400, 400, 400, 400);
	}

	@Test
	void takesNoCodeThatTurnedTheAppOn() {
		SetUp setUp = turnOnApp();

		prove(challengeOf(this.api.login(this.email, PASSWORD)), setUp.code()).expect(400, "OTP_INVALID");
	}

	@Test
	void takesARecoveryCodeOnceThoughManyTryItAtOnce() {
		SetUp setUp = turnOnApp();
		String code = setUp.recoveryCodes().get(3).toLowerCase(java.util.Locale.ROOT).replace('-', ' ');
		List<Api.Answer> waiting = Collections.synchronizedList(new ArrayList<>());
		for (int i = 0; i < 5; i++) {
			waiting.add(challengeOf(this.api.login(this.email, PASSWORD)));
		}

		List<Api.Answer> answers = Parallel.times(5, () -> prove(waiting.removeLast(), code));

		assertThat(answers.stream().map(Api.Answer::status)).containsExactlyInAnyOrder(200, 400, 400, 400, 400);
		assertThat(this.api.get("/api/v1/2fa", this.token).expect(200).data().path("recoveryCodesLeft").asInt())
			.isEqualTo(9);
		prove(challengeOf(this.api.login(this.email, PASSWORD)), setUp.recoveryCodes().getFirst()).expect(200);
	}

	@Test
	void endsOtherSessionsWithEveryChange() {
		String before = this.api.login(this.email, PASSWORD).expect(200).text("refreshToken");
		SetUp setUp = turnOnApp();
		refresh(before).expect(401, "INVALID_REFRESH_TOKEN");
		Api.Answer session = prove(challengeOf(this.api.login(this.email, PASSWORD)), setUp.app().nextCode())
			.expect(200);

		this.api.post("/api/v1/2fa/disable", this.token, Map.of("password", PASSWORD)).expect(200);

		refresh(session.text("refreshToken")).expect(401, "INVALID_REFRESH_TOKEN");
		this.api.get("/api/v1/auth/me", this.token).expect(200);
	}

	@Test
	void turnsEverythingOffForThePasswordOnly() {
		this.api.post("/api/v1/2fa/disable", this.token, Map.of("password", PASSWORD))
			.expect(409, "SECOND_FACTOR_NOT_SET_UP");
		turnOnEmail();
		turnOnApp();
		assertThat(methods()).containsExactly("EMAIL", "TOTP", "RECOVERY_CODE");

		this.api.post("/api/v1/2fa/disable", this.token, Map.of("password", "Wrong-password-1"))
			.expect(401, "INVALID_CREDENTIALS");
		assertThat(methods()).hasSize(3);
		this.api.post("/api/v1/2fa/disable", this.token, Map.of("password", PASSWORD)).expect(200);

		assertThat(methods()).isEmpty();
		assertThat(this.mongo.getCollection("secondFactors").countDocuments(new Document("_id", this.userId))).isZero();
		assertThat(this.api.login(this.email, PASSWORD).expect(200).data().has("accessToken")).isTrue();
	}

	@Test
	void isInTheExportWithoutItsSecretsAndGoesWithTheAccount() {
		turnOnApp();
		JsonNode held = this.personalData.stream()
			.filter((data) -> data.name().equals("secondFactor"))
			.map((data) -> new JsonMapper().<JsonNode>valueToTree(data.export(subject())))
			.findFirst()
			.orElseThrow();
		assertThat(held.toString()).isEqualTo("{\"methods\":[\"TOTP\",\"RECOVERY_CODE\"],\"recoveryCodesLeft\":10}");

		this.personalData.stream()
			.filter((data) -> data.name().equals("secondFactor"))
			.forEach((data) -> data.erase(subject()));

		assertThat(this.mongo.getCollection("secondFactors").countDocuments(new Document("_id", this.userId))).isZero();
	}

	@Test
	void isNobodysBusinessWithoutAToken() {
		for (String path : List.of("/enable/request", "/enable/verify", "/totp/setup", "/totp/verify", "/disable")) {
			this.api.post("/api/v1/2fa" + path, Map.of("otp", "123456", "password", PASSWORD))
				.expect(401, "UNAUTHENTICATED");
		}
		this.api.get("/api/v1/2fa", null).expect(401, "UNAUTHENTICATED");
	}

	@Test
	void keepsNothingThatADumpOfTheDatabaseCouldBeUsedFor() {
		turnOnEmail();
		SetUp setUp = turnOnApp();
		Api.Answer challenge = challengeOf(this.api.login(this.email, PASSWORD));
		this.api.post("/api/v1/2fa/send", Map.of("challengeId", challenge.text("challengeId"))).expect(200);
		StringBuilder dump = new StringBuilder();
		for (String collection : this.mongo.getCollectionNames()) {
			this.mongo.getCollection(collection).find().forEach((document) -> dump.append(document.toJson()));
		}

		assertThat(dump).contains(this.userId)
			.doesNotContain(setUp.app().secret(), challenge.text("challengeId"))
			// Keycloak's refresh tokens are such.
			.doesNotContainPattern(JSON_WEB_TOKEN);
		setUp.recoveryCodes()
			.forEach((code) -> assertThat(dump).doesNotContain(code).doesNotContain(code.replace("-", "")));
	}

	private DataSubject subject() {
		return new DataSubject(this.userId, null);
	}

	private void turnOnEmail() {
		int known = Mailbox.mailsTo(this.email).size();
		this.api.post("/api/v1/2fa/enable/request", this.token).expect(200);
		this.api.post("/api/v1/2fa/enable/verify", this.token, Map.of("otp", Mailbox.codeFor(this.email, known)))
			.expect(200);
	}

	private SetUp turnOnApp() {
		AuthenticatorApp app = AuthenticatorApp
			.scan(this.api.post("/api/v1/2fa/totp/setup", this.token).expect(200).text("otpauthUri"));
		String code = app.code();
		Api.Answer on = this.api.post("/api/v1/2fa/totp/verify", this.token, Map.of("otp", code)).expect(200);
		return new SetUp(app, code, texts(on.data().path("recoveryCodes")));
	}

	private static Api.Answer challengeOf(Api.Answer logIn) {
		logIn.expect(200);
		assertThat(logIn.data().path("requires2FA").asBoolean()).isTrue();
		assertThat(logIn.body().toString()).doesNotContain("Token").doesNotContainPattern(JSON_WEB_TOKEN);
		return logIn;
	}

	private Api.Answer prove(Api.Answer challenge, String code) {
		return this.api.post("/api/v1/2fa/verify-login",
				Map.of("challengeId", challenge.text("challengeId"), "otp", code));
	}

	private Api.Answer refresh(String token) {
		return this.api.post("/api/v1/auth/refresh", Map.of("refreshToken", token));
	}

	private String mailedCode() {
		// Registration, turning on, log-in.
		return Mailbox.codeFor(this.email, 2);
	}

	private List<String> methods() {
		return texts(this.api.get("/api/v1/2fa", this.token).expect(200).data().path("methods"));
	}

	private static List<String> texts(JsonNode array) {
		return array.valueStream().map(JsonNode::asString).toList();
	}

	private static String wrong(String code) {
		return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
	}

	private record SetUp(AuthenticatorApp app, String code, List<String> recoveryCodes) {

	}

}
