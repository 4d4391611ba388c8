package io.marquee.identity.secondfactor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;

import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import io.marquee.identity.crypto.Cryptography;
import org.apache.commons.codec.binary.Base32;

/**
 * Codes of authenticator apps (RFC 6238), with the parameters that every app knows:
 * HMAC-SHA-1, six digits, 30 seconds.
 */
final class Totp {

	private static final int SECRET_BYTES = 20;

	private static final int STEP_SECONDS = 30;

	private static final int DIGITS = 6;

	/** How many steps a clock may be off, or a person slow. */
	private static final int TOLERANCE = 1;

	private static final HmacOneTimePasswordGenerator CODES = new HmacOneTimePasswordGenerator(DIGITS);

	private Totp() {
	}

	/**
	 * Draws a secret.
	 * @return 160 random bits in Base32, as apps take them
	 */
	static String secret() {
		return new Base32().encodeToString(Cryptography.random(SECRET_BYTES));
	}

	static long stepAt(Instant time) {
		return Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
	}

	static String code(String secret, long step) {
		try {
			return CODES.generateOneTimePasswordString(
					new SecretKeySpec(new Base32().decode(secret), CODES.getAlgorithm()), step);
		}
		catch (InvalidKeyException ex) {
			throw new IllegalStateException("Any bytes are a key for HMAC", ex);
		}
	}

	/**
	 * Finds the time step that a code is of.
	 * @param secret the secret in Base32
	 * @param code the code
	 * @param now the time
	 * @param spent the last step whose code was accepted
	 * @return a step around now, later than that one, or nothing
	 */
	static OptionalLong stepOf(String secret, String code, Instant now, long spent) {
		long current = stepAt(now);
		return LongStream.rangeClosed(current - TOLERANCE, current + TOLERANCE)
			.filter((step) -> step > spent)
			.filter((step) -> Cryptography.same(code(secret, step), code))
			.findFirst();
	}

	/**
	 * What apps read from a QR code, in the format that Google's defined and all
	 * understand.
	 * @param issuer whose accounts these are
	 * @param account which of them
	 * @param secret the secret in Base32
	 * @return {@code otpauth://totp/…}
	 */
	static String uri(String issuer, String account, String secret) {
		return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d".formatted(encode(issuer),
				encode(account), secret, encode(issuer), DIGITS, STEP_SECONDS);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
