package io.marquee.identity.profile;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.marquee.identity.Api;
import io.marquee.identity.IdentityIT;
import io.marquee.identity.KeycloakServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people say of themselves.
 */
@IdentityIT
class ProfileIT {

	private static final String PROFILE = "/api/v1/user/profile";

	private static final String PASSWORD = "Popcorn-and-2-seats";

	@Autowired
	private Api api;

	private final String email = UUID.randomUUID() + "@example.org";

	private final String username = "u" + UUID.randomUUID().toString().substring(0, 20);

	private String token = "";

	private String refreshToken = "";

	@BeforeEach
	void signUp() {
		Api.Answer session = this.api.register(this.email, PASSWORD).expect(201);
		this.token = session.text("accessToken");
		this.refreshToken = session.text("refreshToken");
	}

	@Test
	void replacesTheWholeProfileAndShowsItAtOnce() {
		Api.Answer saved = this.api.put(PROFILE, this.token, """
				{"fullName":"  Asha   Maria Sen ","username":"%s","phone":"+919812345678",
				"address":" 12 Hill Road\\nMumbai ","language":"hi-in",
				"profilePicture":"https://pictures.example/a@b.png?size=2"}
				""".formatted(this.username.toUpperCase(Locale.ROOT)));

		saved.expect(200);
		for (Api.Answer view : new Api.Answer[] { saved, me(), this.api.get(PROFILE, this.token) }) {
			assertThat(view.text("fullName")).isEqualTo("Asha Maria Sen");
			assertThat(view.text("username")).isEqualTo(this.username);
			assertThat(view.text("phone")).isEqualTo("+919812345678");
			assertThat(view.text("address")).isEqualTo("12 Hill Road\nMumbai");
			assertThat(view.text("language")).isEqualTo("hi-IN");
			assertThat(view.text("profilePicture")).isEqualTo("https://pictures.example/a@b.png?size=2");
			assertThat(view.text("email")).isEqualTo(this.email);
		}

		this.api.put(PROFILE, this.token, "{\"fullName\":\"Asha\"}").expect(200);
		JsonNode bare = me().data();
		assertThat(bare.path("fullName").asString()).isEqualTo("Asha");
		assertThat(bare.path("language").asString()).isEqualTo("en");
		for (String cleared : new String[] { "username", "phone", "address", "profilePicture" }) {
			assertThat(bare.path(cleared).asString("")).as(cleared).isEmpty();
		}
	}

	@Test
	void changesOnlyWhatAPatchNamesAndClearsWhatItSaysIsNull() {
		patch("{\"phone\":\"+919812345678\",\"address\":\"12 Hill Road\",\"username\":\"%s\"}".formatted(this.username))
			.expect(200);

		patch("{\"phone\":null,\"language\":\"mr\"}").expect(200);

		JsonNode me = me().data();
		assertThat(me.path("phone").asString("")).isEmpty();
		assertThat(me.path("address").asString()).isEqualTo("12 Hill Road");
		assertThat(me.path("username").asString()).isEqualTo(this.username);
		assertThat(me.path("fullName").asString()).isEqualTo("Asha Maria Rao");
		assertThat(me.path("language").asString()).isEqualTo("mr");
		patch("{\"language\":null}").expect(200);
		assertThat(me().text("language")).isEqualTo("en");
		patch("{}").expect(200);
		assertThat(me().text("address")).isEqualTo("12 Hill Road");
	}

	@Test
	void carriesNewNamesIntoTheNextTokens() {
		patch("{\"fullName\":\"Asha Sen\",\"username\":\"%s\"}".formatted(this.username)).expect(200);

		Api.Answer renewed = this.api.post("/api/v1/auth/refresh", Map.of("refreshToken", this.refreshToken))
			.expect(200);

		assertThat(renewed.data().path("user").path("fullName").asString()).isEqualTo("Asha Sen");
		assertThat(renewed.data().path("user").path("username").asString()).isEqualTo(this.username);
		this.api.login(this.email, PASSWORD).expect(200);
	}

	@Test
	void changesNothingWhenTheUsernameIsSomebodyElses() {
		patch("{\"username\":\"%s\"}".formatted(this.username)).expect(200);
		String other = this.api.register(UUID.randomUUID() + "@example.org", PASSWORD).expect(201).text("accessToken");

		Api.Answer refused = this.api.patch(PROFILE, other,
				"{\"fullName\":\"Somebody Else\",\"phone\":\"+919812345678\",\"username\":\"%s\"}"
					.formatted(this.username));

		refused.expect(409, "USERNAME_TAKEN");
		Api.Answer unchanged = this.api.get("/api/v1/auth/me", other);
		assertThat(unchanged.text("fullName")).isEqualTo("Asha Maria Rao");
		assertThat(unchanged.data().path("phone").asString("")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"email\":\"x@example.org\"", "\"id\":\"x\"", "\"roles\":[\"admin\"]",
			"\"role\":\"admin\"", "\"isAdmin\":true", "\"emailVerified\":false", "\"blocked\":false",
			"\"createdAt\":\"2020-01-01T00:00:00Z\"", "\"userId\":\"x\"" })
	void refusesWhatNobodyMaySet(String field) {
		patch("{\"phone\":\"+919812345678\"," + field + "}").expect(400, "VALIDATION_FAILED");
		String whole = "{\"fullName\":\"Asha\"," + field + "}";
		this.api.put(PROFILE, this.token, whole).expect(400, "VALIDATION_FAILED");

		Api.Answer me = me();
		assertThat(me.text("fullName")).isEqualTo("Asha Maria Rao");
		assertThat(me.text("email")).isEqualTo(this.email);
		assertThat(me.data().path("phone").asString("")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"fullName\":null}", "{\"fullName\":\"  \"}", "{\"fullName\":\"<b>Asha</b>\"}",
			"{\"username\":\"a@example.org\"}", "{\"username\":\"ab\"}", "{\"phone\":\"call me\"}",
			"{\"language\":\"english please\"}", "{\"profilePicture\":\"http://pictures.example/a.png\"}",
			"{\"profilePicture\":\"data:image/png;base64,AAAA\"}", "{\"profilePicture\":\"javascript:alert(1)\"}",
			"{\"profilePicture\":\"https://user:secret@pictures.example/a.png\"}",
			"{\"profilePicture\":\"https://pictures.example/\\\"><script>\"}", "{\"profilePicture\":\"https://\"}",
			"{\"fullName\":{\"a\":1}}" })
	void refusesWhatIsNotWellFormed(String patch) {
		Api.Answer refused = patch(patch).expect(400, "VALIDATION_FAILED");

		String field = patch.substring(2, patch.indexOf('"', 2));
		assertThat(refused.body().path("errors").size()).as(refused.body().toString()).isPositive();
		assertThat(refused.body().path("errors").path(0).path("field").asString()).isEqualTo(field);
	}

	@Test
	void refusesAPatchThatIsNoObject() {
		patch("[]").expect(400);
		patch("null").expect(400);
		patch("\"phone\"").expect(400);
	}

	@Test
	void takesNeitherNamesNorPicturesThatAreTooLong() {
		patch("{\"fullName\":\"%s\"}".formatted("a".repeat(101))).expect(400, "VALIDATION_FAILED");
		patch("{\"address\":\"%s\"}".formatted("a".repeat(501))).expect(400, "VALIDATION_FAILED");
		patch("{\"profilePicture\":\"https://a.example/%s\"}".formatted("a".repeat(2000))).expect(400,
				"VALIDATION_FAILED");
	}

	@Test
	void isForPeopleWhoAreSignedInOnly() {
		this.api.patch(PROFILE, "no-token", "{}").expect(401, "UNAUTHENTICATED");
		this.api.delete(PROFILE, "no-token").expect(401, "UNAUTHENTICATED");
	}

	@Test
	void keepsTheLastAdmin() {
		String admin = this.api.login("admin@marquee.example", KeycloakServer.SECRETS.get("MARQUEE_DEMO_PASSWORD"))
			.expect(200)
			.text("accessToken");

		this.api.delete(PROFILE, admin).expect(409, "LAST_ADMIN");

		this.api.get("/api/v1/auth/me", admin).expect(200);
	}

	private Api.Answer me() {
		return this.api.get("/api/v1/auth/me", this.token).expect(200);
	}

	private Api.Answer patch(String body) {
		return this.api.patch(PROFILE, this.token, body);
	}

}
