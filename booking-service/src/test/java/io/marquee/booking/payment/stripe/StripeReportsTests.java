package io.marquee.booking.payment.stripe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.marquee.booking.payment.Charge;
import io.marquee.platform.money.Money;
import io.marquee.platform.web.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StripeReportsTests {

	private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

	private final StripeReports reports = new StripeReports(
			StripeFixture.settings("http://localhost", Duration.ofSeconds(1)), Clock.fixed(NOW, ZoneOffset.UTC));

	@ParameterizedTest
	@CsvSource({ "event_succeeded,SUCCEEDED,", "event_payment_failed,DECLINED,insufficient_funds",
			"event_canceled,DECLINED,canceled" })
	void readsWhatBecameOfACharge(String event, Charge.Status status, String declineCode) {
		assertThat(read(event, NOW)).hasValue(new Charge("pi_3MtwBwLkdIwHu7ix28a3tqPa", "pay_1", "pay_1-1",
				Money.of("500.00", "INR"), status, declineCode));
	}

	@ParameterizedTest
	@ValueSource(strings = { "event_refund", "event_of_another" })
	void otherEventsAreNoneOfOurBusiness(String event) {
		assertThat(read(event, NOW)).isEmpty();
	}

	@Test
	void refusesARecordingOfALongTimeAgo() {
		assertThat(read("event_succeeded", NOW.minus(Duration.ofMinutes(4)))).isPresent();
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> read("event_succeeded", NOW.minus(Duration.ofMinutes(6))))
			.matches((ex) -> ex.code().equals("WEBHOOK_SIGNATURE_INVALID"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "nonsense", "t=1795341600", "t=x,v1=00", "t=1795341600,v1=" + "00" })
	void refusesAForgery(String signature) {
		HttpHeaders headers = new HttpHeaders();
		headers.set("Stripe-Signature", signature);
		byte[] body = StripeFixture.recorded("event_succeeded").getBytes(StandardCharsets.UTF_8);
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> this.reports.read(headers, body))
			.matches((ex) -> ex.status().value() == 401);
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> this.reports.read(new HttpHeaders(), body))
			.matches((ex) -> ex.status().value() == 401);
	}

	@Test
	void refusesAnAlteredBody() {
		String body = StripeFixture.recorded("event_succeeded");
		String altered = body.replace("50000", "1");
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> this.reports.read(signed(body, NOW), altered.getBytes(StandardCharsets.UTF_8)))
			.matches((ex) -> ex.status().value() == 401);
	}

	@Test
	void refusesASignedBodyThatIsNoEvent() {
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> this.reports.read(signed("[1]", NOW), "[1]".getBytes(StandardCharsets.UTF_8)))
			.matches((ex) -> ex.code().equals("WEBHOOK_UNREADABLE"));
	}

	private Optional<Charge> read(String event, Instant sentAt) {
		String body = StripeFixture.recorded(event);
		return this.reports.read(signed(body, sentAt), body.getBytes(StandardCharsets.UTF_8));
	}

	private static HttpHeaders signed(String body, Instant at) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(StripeFixture.WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			byte[] digest = mac.doFinal((at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8));
			HttpHeaders headers = new HttpHeaders();
			headers.set("Stripe-Signature",
					"t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(digest) + ",v0=" + "ab".repeat(32));
			return headers;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
