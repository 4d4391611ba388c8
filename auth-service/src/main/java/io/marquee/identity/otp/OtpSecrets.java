package io.marquee.identity.otp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

import org.springframework.stereotype.Component;

/**
 * The cryptography of one-time codes. Three keys come from the one secret (HKDF, RFC
 * 5869): one names addresses, one hashes codes, one seals the mails that wait. Who reads
 * the database without the secret learns neither a code nor an address: six digits under
 * a plain hash would be found by trying them all.
 */
@Component
class OtpSecrets {

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private final SecureRandom random = new SecureRandom();

	private final SecretKey names;

	private final SecretKey hashes;

	private final SecretKey seals;

	OtpSecrets(OtpSettings settings) {
		byte[] secret = settings.key().getBytes(StandardCharsets.UTF_8);
		this.names = derive(secret, "otp-address", "HmacSHA256");
		this.hashes = derive(secret, "otp-code", "HmacSHA256");
		this.seals = derive(secret, "otp-mail", "AES");
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
		byte[] bytes = new byte[16];
		this.random.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	String nameOf(OtpPurpose purpose, String address) {
		return purpose + ":" + mac(this.names, address);
	}

	String hash(String id, String issue, String code) {
		return mac(this.hashes, id + "|" + issue + "|" + code);
	}

	boolean matches(String hash, String id, String issue, String code) {
		return MessageDigest.isEqual(hash.getBytes(StandardCharsets.US_ASCII),
				hash(id, issue, code).getBytes(StandardCharsets.US_ASCII));
	}

	String seal(String text, String id) {
		byte[] nonce = new byte[NONCE_BYTES];
		this.random.nextBytes(nonce);
		try {
			byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, id).doFinal(text.getBytes(StandardCharsets.UTF_8));
			return Base64.getEncoder()
				.encodeToString(ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Cannot seal", ex);
		}
	}

	String open(String sealed, String id) {
		byte[] all = Base64.getDecoder().decode(sealed);
		byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
		try {
			return new String(
					cipher(Cipher.DECRYPT_MODE, nonce, id).doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES),
					StandardCharsets.UTF_8);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Sealed under another key, or tampered with", ex);
		}
	}

	private Cipher cipher(int mode, byte[] nonce, String id) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, this.seals, new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(id.getBytes(StandardCharsets.UTF_8));
		return cipher;
	}

	private static String mac(SecretKey key, String text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(key);
			return Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("HmacSHA256 is part of every JDK", ex);
		}
	}

	private static SecretKey derive(byte[] secret, String use, String algorithm) {
		try {
			return KDF.getInstance("HKDF-SHA256")
				.deriveKey(algorithm,
						HKDFParameterSpec.ofExtract()
							.addIKM(secret)
							.thenExpand(("marquee/" + use).getBytes(StandardCharsets.UTF_8), 32));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("HKDF-SHA256 is part of JDK 25", ex);
		}
	}

}
