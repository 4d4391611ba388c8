package io.marquee.e2e;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a customer trusts us with is in no log of any process.
 */
@ExtendWith(Suite.class)
class LogSecrecyIT {

	private final Suite suite;

	private final Box box;

	private final Api api;

	LogSecrecyIT(Suite suite) {
		this.suite = suite;
		this.box = new Box(suite);
		this.api = Api.at(suite.gateway());
	}

	@Test
	void noLogHasACodeAPasswordATokenACardOrAMailAddress() {
		String email = "secret-" + UUID.randomUUID() + "@marquee.example";
		String password = "Pw-" + UUID.randomUUID();
		assertThat(this.api.post("/api/v1/auth/send-otp", Map.of("email", email)).status()).isEqualTo(200);
		Matcher code = Pattern.compile("\\b(\\d{6})\\b").matcher(this.box.awaitMail(email, "").path("text").asString());
		assertThat(code.find()).isTrue();
		Api.Answer verified = this.api.post("/api/v1/auth/verify-otp", Map.of("email", email, "otp", code.group(1)));
		String registration = verified.data("registrationToken").asString();
		assertThat(this.api
			.post("/api/v1/auth/register",
					Map.of("registrationToken", registration, "fullName", "Asha Rao", "password", password))
			.status()).isEqualTo(201);
		assertThat(this.api.post("/api/v1/auth/login", Map.of("email", email, "password", password + "x")).status())
			.isEqualTo(401);
		Api.Answer login = this.api.post("/api/v1/auth/login", Map.of("email", email, "password", password));
		assertThat(login.status()).as(login.toString()).isEqualTo(200);
		String access = login.data("accessToken").asString();
		String refresh = login.data("refreshToken").asString();
		assertThat(this.api.as(access.substring(0, access.length() - 4)).get("/api/v1/auth/me").status())
			.isEqualTo(401);
		String card = "tok_visa_" + UUID.randomUUID();
		pay(this.api.as(access), "tok_visa");
		pay(this.api.as(access), card);

		Map<String, Pattern> secrets = new LinkedHashMap<>();
		secrets.put("one-time code", Pattern.compile("(?<![0-9A-Za-z.])" + code.group(1) + "(?![0-9A-Za-z])"));
		List.of(password, registration, email, card, "tok_visa")
			.forEach((secret) -> secrets.put(secret, Pattern.compile(Pattern.quote(secret))));
		List.of(access, refresh)
			.forEach((token) -> secrets.put(token, Pattern.compile(Pattern.quote(token.split("\\.")[1]))));
		Map<String, String> logs = this.suite.logs();
		assertThat(logs.get("auth-service.log")).contains("Started AuthServiceApplication");
		assertThat(logs.get("booking-service.log")).contains("Started BookingServiceApplication");
		logs.forEach((file, text) -> secrets
			.forEach((name, secret) -> assertThat(secret.matcher(text).find()).as(file + " has " + name).isFalse()));
	}

	private void pay(Api user, String card) {
		String show = this.box.show(8);
		Api.Answer held = user.post("/api/v1/bookings/book",
				Map.of("showId", show, "seats", this.box.freeSeats(show, 1)));
		assertThat(held.status()).as(held.toString()).isEqualTo(201);
		user.post("/api/v1/bookings/confirm", Map.of("paymentId", held.data("paymentId").asString(), "paymentMethod",
				Map.of("type", "CARD", "token", card)));
	}

}
