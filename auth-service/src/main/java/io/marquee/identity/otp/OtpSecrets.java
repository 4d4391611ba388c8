package io.marquee.identity.otp;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

import javax.crypto.SecretKey;

import io.marquee.identity.crypto.Cryptography;

import org.springframework.stereotype.Component;

/**
 * The cryptography of one-time codes. Three keys come from the one secret (HKDF, RFC
 * 5869): one names addresses, one hashes codes, one seals the mails that wait. Who reads
 * the database without the secret learns neither a code nor an address: six digits under
 * a plain hash would be found by trying them all.
 */
@Component
class OtpSecrets {

	private final SecureRandom random = new SecureRandom();

	private final SecretKey names;

	private final SecretKey hashes;

	private final SecretKey seals;

	OtpSecrets(OtpSettings settings) {
		byte[] secret = settings.key().getBytes(StandardCharsets.UTF_8);
		this.names = Cryptography.macKey("otp-address", secret);
		this.hashes = Cryptography.macKey("otp-code", secret);
		this.seals = Cryptography.sealKey("otp-mail", secret);
	}

	/**
	 * Draws a code.
	 * @return six digits
	 */
	String code() {
		return "%06d".formatted(this.random.nextInt(1_000_000));
	}

	/**
	 * Draws a value that never comes twice, to tell one issue of a code from the next.
	 * @return 128 random bits as text
	 */
	String issue() {
		return Cryptography.token(16);
	}

	String nameOf(OtpPurpose purpose, String address) {
		return purpose + ":" + Cryptography.mac(this.names, address);
	}

	String hash(String id, String issue, String code) {
		return Cryptography.mac(this.hashes, id + "|" + issue + "|" + code);
	}

	boolean matches(String hash, String id, String issue, String code) {
		return Cryptography.same(hash, hash(id, issue, code));
	}

	String seal(String text, String id) {
		return Cryptography.seal(this.seals, text, id);
	}

	String open(String sealed, String id) {
		return Cryptography.open(this.seals, sealed, id);
	}

}
