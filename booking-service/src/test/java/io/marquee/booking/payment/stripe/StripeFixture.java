package io.marquee.booking.payment.stripe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What Stripe says, as its documentation and its test mode have it. */
final class StripeFixture {

	static final String WEBHOOK_SECRET = "whsec_test";

	private StripeFixture() {
	}

	static StripeSettings settings(String url, Duration answerTime) {
		return new StripeSettings(url, "sk_test_key", WEBHOOK_SECRET, answerTime, Duration.ofMinutes(5));
	}

	static String recorded(String name) {
		try (InputStream in = StripeFixture.class.getResourceAsStream("/stripe/" + name + ".json")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
