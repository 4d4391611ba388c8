package io.marquee.identity;

import java.security.InvalidKeyException;
import java.time.Instant;

import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import org.apache.commons.codec.binary.Base32;

/**
 * What people have on their telephones.
 *
 * @param secret the secret, as a QR code or a person told it
 */
public record AuthenticatorApp(String secret) {

	private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();

	/** Reads {@code otpauth://}. */
	static AuthenticatorApp scan(String uri) {
		return new AuthenticatorApp(uri.replaceFirst(".*[?&]secret=([A-Z2-7]+).*", "$1"));
	}

	public String code() {
		return at(Instant.now());
	}

	/** The one after: good already, and not spent by the one before. */
	public String nextCode() {
		return at(Instant.now().plus(CODES.getTimeStep()));
	}

	private String at(Instant time) {
		try {
			return CODES.generateOneTimePasswordString(
					new SecretKeySpec(new Base32().decode(this.secret), CODES.getAlgorithm()), time);
		}
		catch (InvalidKeyException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
