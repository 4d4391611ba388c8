package io.marquee.booking.payment.simulated;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.marquee.booking.payment.Charge;
import io.marquee.booking.payment.ReportReader;
import io.marquee.platform.web.ApiException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the simulated provider's webhooks. */
@Component
@ConditionalOnProperty(name = "marquee.payments.provider", havingValue = "simulated", matchIfMissing = true)
class SimulatedReports implements ReportReader {

	private static final Pattern SIGNATURE = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

	private final SecretKeySpec key;

	private final Duration tolerance;

	private final Clock clock;

	private final JsonMapper json;

	SimulatedReports(SimulatedSettings settings, Clock clock, JsonMapper json) {
		this.json = json;
		this.key = new SecretKeySpec(settings.webhookSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
		this.tolerance = settings.webhookTolerance();
		this.clock = clock;
	}

	@Override
	public String provider() {
		return "simulated";
	}

	@Override
	public Optional<Charge> read(HttpHeaders headers, byte[] body) {
		if (!isSigned(headers.getFirst("Marquee-Signature"), body)) {
			throw new ApiException(HttpStatus.UNAUTHORIZED, "WEBHOOK_SIGNATURE_INVALID",
					"The signature is missing, wrong or too old");
		}
		try {
			Report report = this.json.readValue(body, Report.class);
			return report.type().startsWith("charge.") ? Optional.of(report.data().toCharge()) : Optional.empty();
		}
		catch (JacksonException | IllegalArgumentException ex) {
			throw new ApiException(HttpStatus.BAD_REQUEST, "WEBHOOK_UNREADABLE", "The report cannot be understood");
		}
	}

	private boolean isSigned(@Nullable String signature, byte[] body) {
		Matcher parts = SIGNATURE.matcher((signature != null) ? signature : "");
		if (!parts.matches()) {
			return false;
		}
		Instant sent = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
		boolean recent = Duration.between(sent, this.clock.instant()).abs().compareTo(this.tolerance) <= 0;
		return recent && MessageDigest.isEqual(hmac(parts.group(1), body), HexFormat.of().parseHex(parts.group(2)));
	}

	private byte[] hmac(String time, byte[] body) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(this.key);
			mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
			return mac.doFinal(body);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private record Report(String id, String type, SimulatedProvider.ChargeAnswer data) {
	}

}
