package io.marquee.identity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * One's sessions, and other people's.
 */
@IdentityIT
class SessionIT {

	private static final String PASSWORD = "Popcorn-and-2-seats";

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
	void listsTheDevicesThatAreSignedIn() {
		Api.Answer phone = this.api.from("203.0.113.9").login(this.email, PASSWORD).expect(200);

		Api.Answer list = sessions(phone).expect(200);

		assertThat(list.data().path("totalItems").asInt()).isEqualTo(2);
		JsonNode current = item(list, phone);
		assertThat(current.path("current").asBoolean()).isTrue();
		assertThat(current.path("address").asString()).isEqualTo("203.0.113.9");
		assertThat(current.path("device").asString()).startsWith("Java-http-client");
		assertThat(current.path("startedAt").asString()).isNotBlank();
		assertThat(current.path("lastSeenAt").asString()).isGreaterThanOrEqualTo(current.path("startedAt").asString());
		assertThat(item(list, this.session).path("current").asBoolean()).isFalse();
		assertThat(list.headers().getCacheControl()).contains("no-store");
	}

	@Test
	void keepsOnlyTheBeginningOfWhatADeviceCallsItself() {
		Api.Answer odd = this.api.as("Mozilla/5.0 " + "x".repeat(3000)).login(this.email, PASSWORD).expect(200);

		assertThat(item(sessions(odd), odd).path("device").asString()).startsWith("Mozilla/5.0 xx").hasSize(160);
	}

	@Test
	void signsAnotherDeviceOut() {
		Api.Answer phone = this.api.login(this.email, PASSWORD).expect(200);

		end(this.session, Api.session(phone)).expect(200);

		refresh(phone).expect(401, "INVALID_REFRESH_TOKEN");
		assertThat(Revocations.of(userId())).containsExactly(Api.session(phone));
		assertThat(sessions(this.session).data().path("totalItems").asInt()).isOne();
		end(this.session, Api.session(phone)).expect(404, "SESSION_NOT_FOUND");
		refresh(this.session).expect(200);
	}

	@Test
	void hasNoSessionsOfOtherPeople() {
		Api.Answer mallory = this.api.register("mallory-" + this.email, PASSWORD).expect(201);

		end(mallory, Api.session(this.session)).expect(404, "SESSION_NOT_FOUND");
		end(mallory, UUID.randomUUID().toString()).expect(404, "SESSION_NOT_FOUND");

		refresh(this.session).expect(200);
		assertThat(sessions(mallory).data().toString()).doesNotContain(Api.session(this.session));
	}

	@Test
	void isForThoseWhoAreSignedIn() {
		this.api.get("/api/v1/auth/sessions", null).expect(401, "UNAUTHENTICATED");
		this.api.delete("/api/v1/auth/sessions/" + Api.session(this.session), null).expect(401, "UNAUTHENTICATED");
	}

	@Test
	void revokesTheAccessTokensOfASessionWhoseRefreshTokenCameTwice() {
		refresh(this.session).expect(200);

		refresh(this.session).expect(401, "INVALID_REFRESH_TOKEN");

		assertThat(Revocations.of(userId())).containsExactly(Api.session(this.session));
		assertThat(this.mongo.getCollection("signIns").countDocuments(new Document("_id", Api.session(this.session))))
			.isZero();
	}

	@Test
	void endsNoLiveSessionForAForgedRefreshToken() {
		String[] parts = this.session.text("refreshToken").split("\\.");
		String claims = "{\"sid\":\"%s\",\"sub\":\"%s\",\"typ\":\"Refresh\"}".formatted(Api.session(this.session),
				userId());
		String forged = parts[0] + "."
				+ Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "."
				+ parts[2];

		this.api.post("/api/v1/auth/refresh", Map.of("refreshToken", forged)).expect(401, "INVALID_REFRESH_TOKEN");

		refresh(this.session).expect(200);
		assertThat(this.mongo.getCollection("signIns").countDocuments(new Document("_id", Api.session(this.session))))
			.isOne();
	}

	@Test
	void forgetsAtLogOut() {
		this.api.post("/api/v1/auth/logout", this.session.text("accessToken")).expect(200);

		assertThat(this.mongo.getCollection("signIns").countDocuments(new Document("userId", userId()))).isZero();
	}

	@Test
	void erasesSignInsWithTheAccount() {
		this.api.delete("/api/v1/user/profile", this.session.text("accessToken")).expect(200);

		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(
					this.mongo.getCollection("signIns").countDocuments(new Document("userId", userId())))
				.isZero());
	}

	private Api.Answer sessions(Api.Answer of) {
		return this.api.get("/api/v1/auth/sessions", of.text("accessToken"));
	}

	private Api.Answer end(Api.Answer of, String id) {
		return this.api.delete("/api/v1/auth/sessions/" + id, of.text("accessToken"));
	}

	private Api.Answer refresh(Api.Answer of) {
		return this.api.post("/api/v1/auth/refresh", Map.of("refreshToken", of.text("refreshToken")));
	}

	private String userId() {
		return this.session.data().path("user").path("id").asString();
	}

	private static JsonNode item(Api.Answer list, Api.Answer of) {
		return list.data()
			.path("items")
			.valueStream()
			.filter((found) -> found.path("id").asString().equals(Api.session(of)))
			.findFirst()
			.orElseThrow();
	}

}
