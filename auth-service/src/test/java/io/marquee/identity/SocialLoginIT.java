package io.marquee.identity;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import io.marquee.identity.Browser.Page;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Logging in by way of Google and GitHub, step by step as a browser does it, and who must
 * not get in that way.
 */
@IdentityIT
class SocialLoginIT {

	private static final String PASSWORD = "Popcorn-and-2-seats";

	@Autowired
	private Api api;

	@Autowired
	private MongoTemplate mongo;

	@LocalServerPort
	private int port;

	private final KeycloakConsole console = new KeycloakConsole();

	private final String name = "u" + UUID.randomUUID().toString().substring(0, 8);

	private final String email = this.name + "@example.org";

	private Browser browser;

	@BeforeEach
	void openBrowser() {
		this.browser = new Browser(this.port);
	}

	@Test
	void opensAnAccountForSomebodyGoogleVouchesFor() {
		this.console.opensOutside(this.name, this.email, true);

		Page answer = this.browser.get(throughGoogle(this.browser).location());

		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		assertThat(answer.header("Cache-Control")).contains("no-store");
		JsonNode data = answer.json().path("data");
		JsonNode user = data.path("user");
		assertThat(user.path("email").asString()).isEqualTo(this.email);
		assertThat(user.path("emailVerified").asBoolean()).isTrue();
		assertThat(user.path("fullName").asString()).isEqualTo("Olga Outside");
		assertThat(user.path("username").isNull()).isTrue();
		assertThat(user.path("roles").toString()).isEqualTo("[\"user\"]");
		assertThat(this.mongo.getCollection("accounts").find(new Document("_id", user.path("id").asString())).first())
			.containsEntry("email", this.email);
		assertThat(this.api.get("/api/v1/auth/me", data.path("accessToken").asString()).expect(200).data())
			.isEqualTo(user);
		this.api.post("/api/v1/auth/refresh", Map.of("refreshToken", data.path("refreshToken").asString())).expect(200);
		assertThat(this.browser.kept()).isEmpty();
	}

	@Test
	void findsTheSameAccountTheNextTime() {
		this.console.opensOutside(this.name, this.email, true);

		String first = userOf(this.browser.get(throughGoogle(this.browser).location()));
		Browser another = new Browser(this.port);

		assertThat(userOf(another.get(throughGoogle(another).location()))).isEqualTo(first);
	}

	@Test
	void linksTheAccountThatHasTheSameProvenAddress() {
		String local = registered();
		this.console.opensOutside(this.name, this.email, true);

		Page answer = this.browser.get(throughGoogle(this.browser).location());

		assertThat(userOf(answer)).isEqualTo(local);
		this.api.login(this.email, PASSWORD).expect(200);
		Browser github = new Browser(this.port);
		assertThat(userOf(github.get(throughGitHub(github, "octo-" + this.name, this.email, true).location())))
			.isEqualTo(local);
	}

	@Test
	void opensAnAccountForSomebodyGitHubVouchesFor() {
		Page answer = this.browser.get(throughGitHub(this.browser, this.name, this.email, true).location());

		JsonNode user = answer.json().path("data").path("user");
		assertThat(user.path("email").asString()).as(answer.toString()).isEqualTo(this.email);
		assertThat(user.path("fullName").asString()).isEqualTo("Octo Cat");
		assertThat(user.path("username").isNull()).isTrue();
	}

	@Test
	void believesNobodyAboutAnAddressThatIsNotProven() {
		String local = registered();
		this.console.opensOutside(this.name, this.email, false);
		this.console.opensOutside("new-" + this.name, "new-" + this.email, false);

		assertThat(throughGoogle(this.browser, this.name).address().getHost()).isEqualTo("localhost");
		assertThat(throughGoogle(new Browser(this.port), "new-" + this.name).status()).isGreaterThanOrEqualTo(400);
		assertThat(throughGitHub(new Browser(this.port), this.name, this.email, false).status())
			.isGreaterThanOrEqualTo(400);
		assertThat(throughGitHub(new Browser(this.port), this.name, "new-" + this.email, false).status())
			.isGreaterThanOrEqualTo(400);

		assertThat(this.console.identitiesOf(local)).isEmpty();
		assertThat(this.console.usersWith(this.email)).hasSize(1);
		assertThat(this.console.usersWith("new-" + this.email)).isEmpty();
	}

	@Test
	void tellsKeycloakOfNoGitHubAccountWithoutAProvenAddress() {
		FakeGitHub.Account proven = new FakeGitHub.Account(7, "octo", this.email, true);
		FakeGitHub.Account open = new FakeGitHub.Account(8, "octo", this.email, false);

		JsonNode told = this.api.get("/brokers/github/user", FakeGitHub.tokenOf(proven)).expect(200).body();
		assertThat(told.path("id").asInt()).isEqualTo(7);
		assertThat(told.path("email").asString()).isEqualTo(this.email);
		this.api.get("/brokers/github/user", FakeGitHub.tokenOf(open)).expect(403);
		this.api.get("/brokers/github/user", "made-up").expect(403);
	}

	@Test
	void linksNobodyByAName() {
		String local = registered();

		this.console.opensOutside(this.email, "other-" + this.email, true);
		String google = userOf(
				this.browser.get(throughGoogle(this.browser, this.email.replace("@", "%40")).location()));
		Browser second = new Browser(this.port);
		this.console.opensOutside(this.name, "third-" + this.email, true);
		String named = userOf(second.get(throughGoogle(second, this.name).location()));
		Browser third = new Browser(this.port);
		String github = userOf(third.get(throughGitHub(third, this.name, "fourth-" + this.email, true).location()));
		Browser fourth = new Browser(this.port);
		String addressed = userOf(
				fourth.get(throughGitHub(fourth, this.email, "fifth-" + this.email, true).location()));

		assertThat(java.util.List.of(google, named, github, addressed)).doesNotContain(local).doesNotHaveDuplicates();
		assertThat(this.console.identitiesOf(local)).isEmpty();
	}

	@Test
	void refusesWhoIsBlocked() {
		String local = registered();
		this.console.opensOutside(this.name, this.email, true);
		this.mongo.getCollection("accounts")
			.updateOne(new Document("_id", local), new Document("$set", new Document("blocked", true)));
		this.browser.get(throughGoogle(this.browser).location()).expect(403, "ACCOUNT_BLOCKED");

		this.console.disable(local);
		assertThat(throughGoogle(new Browser(this.port)).status()).isGreaterThanOrEqualTo(400);
	}

	@Test
	void asksForASecondFactorNoLessThanAPasswordLogInDoes() {
		registered();
		String token = this.api.login(this.email, PASSWORD).expect(200).text("accessToken");
		int known = Mailbox.mailsTo(this.email).size();
		this.api.post("/api/v1/2fa/enable/request", token).expect(200);
		this.api.post("/api/v1/2fa/enable/verify", token, Map.of("otp", Mailbox.codeFor(this.email, known)))
			.expect(200);
		this.console.opensOutside(this.name, this.email, true);

		Page answer = this.browser.get(throughGoogle(this.browser).location());

		assertThat(answer.json().path("data").path("requires2FA").asBoolean()).as(answer.toString()).isTrue();
		assertThat(answer.body()).doesNotContain("accessToken", "refreshToken");
	}

	@Test
	void endsALogInOnlyInTheBrowserThatBeganIt() {
		this.console.opensOutside(this.name, this.email, true);
		URI callback = throughGoogle(this.browser).location();

		Browser victim = new Browser(this.port);
		victim.get(callback).expect(400, "SOCIAL_LOGIN_INVALID");
		victim.get(begin("google"));
		victim.get(callback).expect(400, "SOCIAL_LOGIN_INVALID");
		assertThat(victim.kept()).as("a stranger's link ends no log-in under way").isNotEmpty();
		victim.get(URI.create(callback.toString().replaceFirst("state=[^&]*", "state=")))
			.expect(400, "SOCIAL_LOGIN_INVALID");
		new Browser(this.port).get(callback, "Cookie", "marquee-login=" + "A".repeat(200))
			.expect(400, "SOCIAL_LOGIN_INVALID");
		new Browser(this.port).get(callback, "Cookie", "marquee-login=A!").expect(400, "SOCIAL_LOGIN_INVALID");

		this.browser.get(URI.create(callback.toString().replaceFirst("state=[^&]*", "state=forged")))
			.expect(400, "SOCIAL_LOGIN_INVALID");

		assertThat(this.browser.get(callback).status()).isEqualTo(200);
	}

	@Test
	void takesACodeOnce() {
		this.console.opensOutside(this.name, this.email, true);
		URI callback = throughGoogle(this.browser).location();
		String kept = this.browser.kept();
		Page answer = this.browser.get(callback);
		assertThat(answer.status()).isEqualTo(200);

		this.browser.get(callback).expect(400, "SOCIAL_LOGIN_INVALID");
		new Browser(this.port).get(callback, "Cookie", kept).expect(400, "SOCIAL_LOGIN_INVALID");
		// Whoever used it twice, one of them is a thief.
		this.api
			.post("/api/v1/auth/refresh",
					Map.of("refreshToken", answer.json().path("data").path("refreshToken").asString()))
			.expect(401, "INVALID_REFRESH_TOKEN");
	}

	@Test
	void bindsALogInToItsProvider() {
		this.console.opensOutside(this.name, this.email, true);
		URI callback = throughGoogle(this.browser).location();

		new Browser(this.port)
			.get(URI.create(callback.toString().replace("/google/", "/github/")), "Cookie", this.browser.kept())
			.expect(400, "SOCIAL_LOGIN_INVALID");
	}

	@Test
	void refusesAnIdentityOfAnotherLogIn() {
		this.console.opensOutside(this.name, this.email, true);
		Page begun = this.browser.get(begin("google"));
		Page form = this.browser
			.follow(URI.create(begun.location().toString().replaceFirst("nonce=[^&]*", "nonce=another")));

		this.browser.get(this.browser.logIn(form, this.name, KeycloakConsole.PASSWORD).location())
			.expect(400, "SOCIAL_LOGIN_INVALID");
	}

	@Test
	void refusesWhatAnotherIssuerSends() {
		Page begun = this.browser.get(begin("google"));

		this.browser
			.get(URI.create(KeycloakServer.PUBLIC_URL + "/api/v1/auth/google/callback?code=x&iss=https://evil.example"
					+ "&state=" + begun.parameter("state")))
			.expect(403, "SOCIAL_LOGIN_REFUSED");
	}

	@Test
	void saysSoWhenKeycloakRefuses() {
		Page begun = this.browser.get(begin("github"));

		this.browser.get(URI.create(KeycloakServer.PUBLIC_URL
				+ "/api/v1/auth/github/callback?error=access_denied&state=" + begun.parameter("state")))
			.expect(403, "SOCIAL_LOGIN_REFUSED");
		assertThat(this.browser.kept()).isEmpty();
	}

	@Test
	void beginsNowhereWithoutPkce() {
		String begun = this.browser.get(begin("google")).location().toString();

		Page without = new Browser(this.port)
			.follow(URI.create(begun.replaceAll("&code_challenge(_method)?=[^&]*", "")));
		Page plain = new Browser(this.port)
			.follow(URI.create(begun.replace("code_challenge_method=S256", "code_challenge_method=plain")));

		assertThat(without.parameter("error")).isEqualTo("invalid_request");
		assertThat(plain.parameter("error")).isEqualTo("invalid_request");
	}

	@Test
	void givesNothingForAStolenCode() {
		this.console.opensOutside(this.name, this.email, true);
		Page arrived = throughGoogle(this.browser);

		Api.Answer answer = this.api.token("marquee", "grant_type", "authorization_code", "client_id", "marquee-app",
				"client_secret", KeycloakServer.SECRETS.get("MARQUEE_LOGIN_CLIENT_SECRET"), "redirect_uri",
				KeycloakServer.PUBLIC_URL + "/api/v1/auth/google/callback", "code_verifier", "v".repeat(43), "code",
				arrived.parameter("code"));

		assertThat(answer.status()).isEqualTo(400);
	}

	@Test
	void sendsBrowsersWhereTheSettingsSayWhateverTheRequestSays() {
		Page begun = this.browser.get(
				URI.create(begin("google") + "?redirect_uri=https://evil.example&returnTo=https://evil.example"
						+ "&state=mine&kc_idp_hint=evil"),
				"X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "http", "Forwarded", "host=evil.example");

		assertThat(begun.status()).isEqualTo(302);
		assertThat(begun.location().toString()).doesNotContain("evil")
			.startsWith(KeycloakServer.url() + "/realms/marquee/protocol/openid-connect/auth?");
		assertThat(begun.parameter("redirect_uri"))
			.isEqualTo(KeycloakServer.PUBLIC_URL + "/api/v1/auth/google/callback");
		assertThat(begun.parameter("kc_idp_hint")).isEqualTo("google");
		assertThat(begun.parameter("code_challenge_method")).isEqualTo("S256");
		assertThat(begun.header("Cache-Control")).contains("no-store");
		assertThat(begun.header("Set-Cookie")).startsWith("marquee-login=")
			.contains("Path=/api/v1/auth/google/callback", "Max-Age=300", "Secure", "HttpOnly", "SameSite=Lax")
			.doesNotContain(begun.parameter("state"));
	}

	@Test
	void letsKeycloakSendCodesNowhereElse() {
		String begun = this.browser.get(begin("google")).location().toString();

		for (String elsewhere : new String[] { "https://evil.example/", KeycloakServer.PUBLIC_URL + "/",
				KeycloakServer.PUBLIC_URL + "/api/v1/auth/google/callback/../x" }) {
			Page page = new Browser(this.port).follow(URI.create(begun.replaceFirst("redirect_uri=[^&]*",
					"redirect_uri=" + java.net.URLEncoder.encode(elsewhere, java.nio.charset.StandardCharsets.UTF_8))));
			assertThat(page.status()).as(elsewhere).isEqualTo(400);
		}
	}

	@Test
	void asksNobodyForMarqueePasswordsInTheBrowser() {
		String begun = this.browser.get(begin("google")).location().toString();

		Page page = this.browser.follow(URI.create(begun.replaceFirst("&kc_idp_hint=[^&]*", "")));

		assertThat(page.status()).isEqualTo(400);
		assertThat(page.body()).doesNotContain("type=\"password\"");
	}

	private String registered() {
		return this.api
			.post("/api/v1/auth/register", Map.of("registrationToken", this.api.proveAddress(this.email), "fullName",
					"Asha Rao", "password", PASSWORD, "username", this.name))
			.expect(201)
			.data()
			.path("user")
			.path("id")
			.asString();
	}

	private Page throughGoogle(Browser in) {
		return throughGoogle(in, this.name);
	}

	private static Page throughGoogle(Browser in, String username) {
		return in.logIn(in.follow(begin("google")), username, KeycloakConsole.PASSWORD);
	}

	private Page throughGitHub(Browser in, String login, String address, boolean verified) {
		FakeGitHub.logsIn(new FakeGitHub.Account(ThreadLocalRandom.current().nextLong(1_000_000, Long.MAX_VALUE), login,
				address, verified), this.port);
		return in.follow(begin("github"));
	}

	private static URI begin(String provider) {
		return URI.create(KeycloakServer.PUBLIC_URL + "/api/v1/auth/" + provider);
	}

	private static String userOf(Page answer) {
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		return answer.json().path("data").path("user").path("id").asString();
	}

}
