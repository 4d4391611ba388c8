package io.marquee.e2e;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody who has just signed up.
 *
 * @param id the account's id
 * @param email the address
 * @param password the password
 * @param token the access token of the first session
 * @param api the API with that token
 */
record Newcomer(String id, String email, String password, String token, Api api) {

	private static final Pattern SIX_DIGITS = Pattern.compile("\\b(\\d{6})\\b");

	/** Signs somebody up, by the code in the mail. */
	static Newcomer signUp(Suite suite, String fullName) {
		Api api = Api.at(suite.gateway());
		String email = "e2e-" + UUID.randomUUID() + "@marquee.example";
		String password = "Pw-" + UUID.randomUUID();
		assertThat(api.post("/api/v1/auth/send-otp", Map.of("email", email)).status()).isEqualTo(200);
		Api.Answer verified = api.post("/api/v1/auth/verify-otp",
				Map.of("email", email, "otp", codeMailedTo(suite, email)));
		assertThat(verified.status()).as(verified.toString()).isEqualTo(200);
		Api.Answer registered = api.post("/api/v1/auth/register", Map.of("registrationToken",
				verified.data("registrationToken").asString(), "fullName", fullName, "password", password));
		assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
		String token = registered.data("accessToken").asString();
		return new Newcomer(registered.data("user/id").asString(), email, password, token, api.as(token));
	}

	private static String codeMailedTo(Suite suite, String email) {
		Matcher code = SIX_DIGITS.matcher(new Box(suite).awaitMail(email, "code is").path("text").asString());
		assertThat(code.find()).isTrue();
		return code.group(1);
	}

}
