package io.marquee.e2e;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Logging in by way of an outside provider, in the steps of a browser.
 */
@ExtendWith(Suite.class)
class SocialJourneyIT {

	private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

	private final Suite suite;

	private final HttpClient browser = HttpClient.newBuilder()
		.connectTimeout(Duration.ofSeconds(2))
		.cookieHandler(new Cookies())
		.followRedirects(HttpClient.Redirect.NORMAL)
		.build();

	SocialJourneyIT(Suite suite) {
		this.suite = suite;
	}

	@Test
	void logsInWhomTheRealmThatPlaysGoogleKnows() throws IOException, InterruptedException {
		HttpResponse<String> page = send(
				HttpRequest.newBuilder(URI.create(this.suite.gateway() + "/api/v1/auth/google")));
		assertThat(page.uri().getPath()).startsWith("/realms/outside/");
		Matcher form = FORM.matcher(page.body());
		assertThat(form.find()).as(page.body()).isTrue();
		HttpResponse<String> back = send(HttpRequest.newBuilder(page.uri().resolve(form.group(1).replace("&amp;", "&")))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("username=guest&password="
					+ URLEncoder.encode(this.suite.demoPassword(), StandardCharsets.UTF_8))));

		assertThat(back.uri().toString()).startsWith(this.suite.gateway() + "/api/v1/auth/google/callback");
		assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
		JsonNode session = new JsonMapper().readTree(back.body()).path("data");
		assertThat(session.path("user").path("email").asString()).isEqualTo("guest@outside.example");
		assertThat(Api.at(this.suite.gateway())
			.as(session.path("accessToken").asString())
			.get("/api/v1/bookings/my-bookings")
			.status()).isEqualTo(200);
		// The same link once more, in the same browser.
		assertThat(send(HttpRequest.newBuilder(back.uri())).statusCode()).isEqualTo(400);
	}

	@Test
	void sendsABrowserNowhereButToKeycloak() throws IOException, InterruptedException {
		try (HttpClient stubborn = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build()) {
			for (String provider : new String[] { "google", "github" }) {
				HttpResponse<String> sent = stubborn.send(HttpRequest
					.newBuilder(URI.create(this.suite.gateway() + "/api/v1/auth/" + provider
							+ "?redirect_uri=https://evil.example&returnTo=https://evil.example"))
					.header("X-Forwarded-Host", "evil.example")
					.build(), HttpResponse.BodyHandlers.ofString());
				assertThat(sent.statusCode()).isEqualTo(302);
				assertThat(sent.headers().firstValue("Location").orElseThrow())
					.startsWith(this.suite.address(8180) + "/realms/marquee/")
					.contains("state=", "nonce=", "code_challenge_method=S256", "kc_idp_hint=" + provider)
					.doesNotContain("evil");
			}
		}
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.browser.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
	}

	/** As a browser's: to it, this machine is as safe as TLS. */
	private static final class Cookies extends CookieManager {

		@Override
		public void put(URI uri, Map<String, List<String>> headers) throws IOException {
			Map<String, List<String>> safe = new HashMap<>(headers);
			safe.replaceAll((name, values) -> name.equalsIgnoreCase("Set-Cookie")
					? values.stream().map((cookie) -> cookie.replaceAll("(?i);\\s*secure", "")).toList() : values);
			super.put(uri, safe);
		}

	}

}
