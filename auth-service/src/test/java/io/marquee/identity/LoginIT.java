package io.marquee.identity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Sessions, and who must not get one.
 */
@IdentityIT
class LoginIT {

	private static final String DEMO_PASSWORD = KeycloakServer.SECRETS.get("MARQUEE_DEMO_PASSWORD");

	private static final String[] SERVICES_CLIENT = { "grant_type", "client_credentials", "client_id",
			"marquee-services", "client_secret", KeycloakServer.SECRETS.get("MARQUEE_SERVICE_CLIENT_SECRET") };

	private static final String PASSWORD = "Popcorn-and-2-seats";

	@Autowired
	private Api api;

	@Autowired
	private MongoTemplate mongo;

	private String email = "";

	@BeforeEach
	void registered() {
		this.email = UUID.randomUUID() + "@example.org";
		this.api.register(this.email, PASSWORD).expect(201);
	}

	@ParameterizedTest
	@CsvSource({ "user@marquee.example, Asha Rao, user", "staff@marquee.example, Vikram Iyer, staff user",
			"admin@marquee.example, Meera Nair, admin user" })
	void issuesTokensWithEveryClaimThatServicesRead(String address, String name, String roles) {
		Api.Answer answer = this.api.login(address, DEMO_PASSWORD).expect(200);

		JsonNode claims = claims(answer.text("accessToken"));
		assertThat(claims.path("iss").asString()).isEqualTo(KeycloakServer.url() + "/realms/marquee");
		assertThat(claims.path("aud").asString()).isEqualTo("marquee-api");
		assertThat(claims.path("sub").asString()).isEqualTo(answer.data().path("user").path("id").asString());
		assertThat(claims.path("email").asString()).isEqualTo(address);
		assertThat(claims.path("name").asString()).isEqualTo(name);
		assertThat(claims.path("scope").asString()).contains("email", "profile");
		assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
		assertThat(claims.path("realm_access").path("roles").valueStream().map(JsonNode::asString))
			.containsExactlyInAnyOrder(roles.split(" "));
	}

	@Test
	void givesServicesAndPartnersNoMoreThanTheyNeed() {
		JsonNode service = claims(this.api.token("marquee", SERVICES_CLIENT).body().path("access_token").asString());
		assertThat(service.path("realm_access").path("roles").toString()).isEqualTo("[\"service\"]");
		assertThat(service.path("aud").asString()).isEqualTo("marquee-api");

		JsonNode partner = claims(this.api
			.token("marquee", "grant_type", "client_credentials", "client_id", "marquee-partner-demo", "client_secret",
					KeycloakServer.SECRETS.get("MARQUEE_PARTNER_SECRET"), "scope", "catalog:read bookings:write")
			.body()
			.path("access_token")
			.asString());
		assertThat(partner.path("scope").asString().split(" ")).containsExactlyInAnyOrder("catalog:read",
				"bookings:write");
		assertThat(partner.has("realm_access")).isFalse();

		JsonNode identity = claims(this.api
			.token("marquee", "grant_type", "client_credentials", "client_id", "marquee-identity", "client_secret",
					KeycloakServer.SECRETS.get("MARQUEE_IDENTITY_ADMIN_SECRET"))
			.body()
			.path("access_token")
			.asString());
		assertThat(identity.has("aud")).isFalse();
	}

	@Test
	void answersAlikeForAWrongPasswordAndAnUnknownAddress() {
		Api.Answer wrong = this.api.login(this.email, "Wrong-password-1").expect(401, "INVALID_CREDENTIALS");
		Api.Answer unknown = this.api.login("nobody-" + this.email, "Wrong-password-1")
			.expect(401, "INVALID_CREDENTIALS");

		assertThat(wrong.body().path("message")).isEqualTo(unknown.body().path("message"));
		assertThat(wrong.headers().headerNames()).isEqualTo(unknown.headers().headerNames());
	}

	@Test
	void takesNoLessTimeToRefuseAnUnknownAddressThanAWrongPassword() {
		for (String address : List.of(this.email, "nobody-" + this.email)) {
			long start = System.nanoTime();
			this.api.login(address, "Wrong-password-1").expect(401, "INVALID_CREDENTIALS");
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
		}
	}

	@Test
	void refusesFurtherGuessesAtAPasswordAlikeForKnownAndUnknownAddresses() {
		String unknown = "nobody-" + this.email;
		for (int i = 0; i < 10; i++) {
			Api.Answer wrong = this.api.login(this.email, "Wrong-password-1").expect(401, "INVALID_CREDENTIALS");
			Api.Answer nobody = this.api.login(unknown, "Wrong-password-1").expect(401, "INVALID_CREDENTIALS");
			assertThat(wrong.headers().getFirst("RateLimit-Remaining")).isEqualTo(Integer.toString(9 - i))
				.isEqualTo(nobody.headers().getFirst("RateLimit-Remaining"));
		}

		Api.Answer right = this.api.login(this.email, PASSWORD).expect(429, "RATE_LIMITED");
		Api.Answer nobody = this.api.login(unknown, PASSWORD).expect(429, "RATE_LIMITED");
		assertThat(Integer.parseInt(right.headers().getFirst("Retry-After"))).isBetween(1, 300);
		assertThat(right.headers().getFirst("RateLimit-Remaining")).isEqualTo("0");
		assertThat(right.headers().headerNames()).isEqualTo(nobody.headers().headerNames());
	}

	@Test
	void limitsWhatOneClientAsksForWhateverItAsks() {
		Api client = this.api.from("203.0.113.68");
		for (int i = 0; i < 300; i++) {
			Api.Answer taken = client.post("/api/v1/auth/login", Map.of()).expect(400, "VALIDATION_FAILED");
			assertThat(taken.headers().getFirst("RateLimit-Limit")).isEqualTo("300");
			assertThat(taken.headers().getFirst("RateLimit-Remaining")).isEqualTo(Integer.toString(299 - i));
		}

		Api.Answer refused = client.login(this.email, PASSWORD).expect(429, "RATE_LIMITED");
		assertThat(refused.headers().getFirst("Retry-After")).isEqualTo(refused.headers().getFirst("RateLimit-Reset"));
		client.post("/api/v1/admin/login", Map.of()).expect(429, "RATE_LIMITED");
		this.api.login(this.email, PASSWORD).expect(200);
	}

	@Test
	void letsTheOwnerInWhileAStrangerGuesses() {
		Api stranger = this.api.from("203.0.113.66");
		for (int i = 0; i < 11; i++) {
			stranger.login(this.email, "Wrong-password-1");
		}
		stranger.login(this.email, PASSWORD).expect(429, "RATE_LIMITED");

		this.api.login(this.email, PASSWORD).expect(200);
	}

	@Test
	void boundsGuessesFromManyPlacesAndStillLetsTheOwnerInWhereTheyWereBefore() {
		this.api.login(this.email, PASSWORD).expect(200);
		int wrong = 0;
		for (int i = 0; i < 55; i++) {
			wrong += (this.api.from("2001:db8:" + i + "::1").login(this.email, "Wrong-password-1").status() == 401) ? 1
					: 0;
		}
		assertThat(wrong).isEqualTo(50);
		this.api.from("203.0.113.67").login(this.email, PASSWORD).expect(429, "RATE_LIMITED");

		this.api.login(this.email, PASSWORD).expect(200);
	}

	@Test
	void rotatesRefreshTokensAndEndsTheSessionWhenOneComesTwice() {
		String first = this.api.login(this.email, PASSWORD).expect(200).text("refreshToken");
		Api.Answer renewed = refresh(first).expect(200);
		assertThat(renewed.text("refreshToken")).isNotEqualTo(first);
		this.api.get("/api/v1/auth/me", renewed.text("accessToken")).expect(200);

		refresh(first).expect(401, "INVALID_REFRESH_TOKEN");
		refresh(renewed.text("refreshToken")).expect(401, "INVALID_REFRESH_TOKEN");
		refresh("garbage").expect(401, "INVALID_REFRESH_TOKEN");
	}

	@Test
	void endsTheSessionAtLogOut() {
		Api.Answer session = this.api.login(this.email, PASSWORD).expect(200);
		String other = this.api.login(this.email, PASSWORD).expect(200).text("refreshToken");

		this.api.post("/api/v1/auth/logout", session.text("accessToken")).expect(200);
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> this.api.post("/api/v1/auth/logout", session.text("accessToken"))
				.expect(401, "UNAUTHENTICATED"));

		refresh(session.text("refreshToken")).expect(401, "INVALID_REFRESH_TOKEN");
		refresh(other).expect(200);
	}

	@Test
	void refusesTokensThatAreForgedOrAnotherRealms() {
		String good = this.api.login(this.email, PASSWORD).expect(200).text("accessToken");
		String[] parts = good.split("\\.");
		String forged = Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(claimsText(good).replace("\"user\"", "\"admin\"").getBytes(StandardCharsets.UTF_8));
		String none = Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
		String identity = this.api
			.token("marquee", "grant_type", "client_credentials", "client_id", "marquee-identity", "client_secret",
					KeycloakServer.SECRETS.get("MARQUEE_IDENTITY_ADMIN_SECRET"))
			.body()
			.path("access_token")
			.asString();

		me(null).expect(401, "UNAUTHENTICATED");
		me(parts[0] + "." + forged + "." + parts[2]).expect(401, "UNAUTHENTICATED");
		me(none + "." + parts[1] + ".").expect(401, "UNAUTHENTICATED");
		me(identity).expect(401, "UNAUTHENTICATED");
		me(good).expect(200);
	}

	@Test
	void letsOnlyAdminsInAtTheAdminLogIn() {
		Api.Answer admin = this.api.post("/api/v1/admin/login",
				Map.of("email", "admin@marquee.example", "password", DEMO_PASSWORD));
		assertThat(admin.expect(200).data().path("user").path("roles").toString()).contains("admin");

		this.api.post("/api/v1/admin/login", Map.of("email", this.email, "password", PASSWORD))
			.expect(403, "FORBIDDEN");
		this.api.post("/api/v1/admin/login", Map.of("email", this.email, "password", "Wrong-password-1"))
			.expect(401, "INVALID_CREDENTIALS");
	}

	@Test
	void refusesABlockedAccountOnlyAfterItsPassword() {
		Api.Answer session = this.api.login(this.email, PASSWORD).expect(200);
		this.mongo.getCollection("accounts")
			.updateOne(new Document("email", this.email), new Document("$set", new Document("blocked", true)));

		this.api.login(this.email, PASSWORD).expect(403, "ACCOUNT_BLOCKED");
		refresh(session.text("refreshToken")).expect(403, "ACCOUNT_BLOCKED");
		this.api.login(this.email, "Wrong-password-1").expect(401, "INVALID_CREDENTIALS");
	}

	@Test
	void tellsServicesWhomToWriteToAndHowManyThereAre() {
		String service = this.api.token("marquee", SERVICES_CLIENT).body().path("access_token").asString();
		Api.Answer user = this.api.login("user@marquee.example", DEMO_PASSWORD).expect(200);
		String id = user.data().path("user").path("id").asString();

		Api.Answer known = this.api.get("/internal/users/" + id, service).expect(200);
		assertThat(known.body().toString()).isEqualTo("""
				{"id":"%s","email":"user@marquee.example","fullName":"Asha Rao","language":"en"}""".formatted(id));
		this.api.get("/internal/users/" + UUID.randomUUID(), service).expect(404, "USER_NOT_FOUND");
		Api.Answer totals = this.api.get("/internal/totals", service).expect(200);
		assertThat(totals.body().path("users").asLong()).isGreaterThanOrEqualTo(4);
		assertThat(totals.body().has("blockedUsers")).isTrue();
		this.api.get("/internal/totals", user.text("accessToken")).expect(403);
	}

	@Test
	void findsPeopleInKeycloakWhoNeverSignedIn() {
		String service = this.api.token("marquee", SERVICES_CLIENT).body().path("access_token").asString();
		String id = claims(this.api
			.token("marquee", "grant_type", "password", "client_id", "marquee-app", "client_secret",
					KeycloakServer.SECRETS.get("MARQUEE_LOGIN_CLIENT_SECRET"), "username", "staff@marquee.example",
					"password", DEMO_PASSWORD)
			.body()
			.path("access_token")
			.asString()).path("sub").asString();
		this.mongo.getCollection("accounts").deleteOne(new Document("_id", id));

		assertThat(this.api.get("/internal/users/" + id, service).expect(200).body().path("fullName").asString())
			.isEqualTo("Vikram Iyer");
	}

	@Test
	void hasNoProfileForAClient() {
		String service = this.api.token("marquee", SERVICES_CLIENT).body().path("access_token").asString();

		me(service).expect(403, "FORBIDDEN");
	}

	private Api.Answer me(String token) {
		return this.api.get("/api/v1/auth/me", token);
	}

	private Api.Answer refresh(String token) {
		return this.api.post("/api/v1/auth/refresh", Map.of("refreshToken", token));
	}

	private static JsonNode claims(String token) {
		return new JsonMapper().readTree(claimsText(token));
	}

	private static String claimsText(String token) {
		return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
	}

}
