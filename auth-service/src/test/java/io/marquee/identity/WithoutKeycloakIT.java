package io.marquee.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.marquee.test.ServiceIT;
import io.marquee.test.TestTokens;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing listens where Keycloak should be.
 */
@ServiceIT
@TestPropertySource(properties = { "MARQUEE_LOGIN_CLIENT_SECRET=x", "MARQUEE_IDENTITY_ADMIN_SECRET=x",
		"MARQUEE_OTP_KEY=a key for tests, 32 characters or more",
		"MARQUEE_SECOND_FACTOR_KEYS=test:kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk",
		"marquee.identity.keycloak.url=http://localhost:1", "spring.mail.port=1" })
class WithoutKeycloakIT {

	@Autowired
	private TestTokens tokens;

	@LocalServerPort
	private int port;

	@Test
	void saysAtOnceThatNobodyCanLogIn() {
		Api api = new Api(() -> this.port);
		Instant start = Instant.now();
		for (int i = 0; i < 20; i++) {
			Api.Answer answer = api.login("user@marquee.example", "Some-password-1")
				.expect(503, "IDENTITY_PROVIDER_UNAVAILABLE");
			assertThat(answer.headers().getFirst("Retry-After")).isEqualTo("5");
		}
		// Not a time to keep: without time-outs this would be minutes.
		assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
		api.post("/api/v1/auth/refresh", Map.of("refreshToken", "x")).expect(503, "IDENTITY_PROVIDER_UNAVAILABLE");
	}

	@Test
	void goesOnServingValidTokens() {
		Api.Answer me = new Api(() -> this.port).get("/api/v1/auth/me", this.tokens.user("u-" + UUID.randomUUID()));

		assertThat(me.expect(200).text("fullName")).startsWith("Test u-");
	}

	@Test
	void offersNoProviderThatIsNotSetUp() {
		Api api = new Api(() -> this.port);

		api.get("/api/v1/auth/google", null).expect(404, "SOCIAL_LOGIN_NOT_SET_UP");
		api.get("/api/v1/auth/github/callback?code=x&state=y", null).expect(404, "SOCIAL_LOGIN_NOT_SET_UP");
		api.get("/api/v1/auth/elsewhere", null).expect(401, "UNAUTHENTICATED");
	}

	@Test
	void refusesEveryBadToken() {
		Api api = new Api(() -> this.port);
		this.tokens.refused()
			.forEach((flaw, token) -> api.get("/api/v1/auth/me", token).expect(401, "UNAUTHENTICATED"));
	}

	@Test
	void blocksPeopleThoughKeycloakCannotFollowYet() {
		Api api = new Api(() -> this.port);
		String id = "u-" + UUID.randomUUID();
		api.get("/api/v1/auth/me", this.tokens.user(id)).expect(200);

		assertThat(api.patch("/api/v1/admin/users/" + id + "/block", this.tokens.admin(), Map.of("reason", "Fraud"))
			.expect(200)
			.data()
			.path("blocked")
			.asBoolean()).isTrue();
		Revocations.await("user:" + id, (last) -> last.path("blocked").asBoolean());
		api.post("/api/v1/admin/partners", this.tokens.admin(), Map.of("name", "P", "scopes", List.of("catalog:read")))
			.expect(503, "IDENTITY_PROVIDER_UNAVAILABLE");
		assertThat(api.get("/api/v1/admin/partners", this.tokens.admin()).expect(200).data().path("items")).isEmpty();
	}

	@Test
	void takesOrdersForCodesThoughMailAndKeycloakAreDown() {
		new Api(() -> this.port).post("/api/v1/auth/send-otp", Map.of("email", UUID.randomUUID() + "@example.org"))
			.expect(200);
	}

}
