package io.marquee.identity.crypto;

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

/**
 * HKDF (RFC 5869) for keys, HMAC-SHA-256 for keyed hashes, AES-GCM for sealed texts.
 */
public final class Cryptography {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private Cryptography() {
	}

	/**
	 * Draws bytes.
	 * @param count how many
	 * @return the bytes
	 */
	public static byte[] random(int count) {
		byte[] bytes = new byte[count];
		RANDOM.nextBytes(bytes);
		return bytes;
	}

	/**
	 * Draws a value that cannot be guessed and never comes twice.
	 * @param bytes how long, at least 16
	 * @return the bytes in the URL's alphabet of Base64
	 */
	public static String token(int bytes) {
		return text(random(bytes));
	}

	/**
	 * Hashes a text that cannot be guessed; others need a {@link #mac}.
	 * @param text the text
	 * @return its SHA-256 as text
	 */
	public static String hash(String text) {
		try {
			return text(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("SHA-256 is part of every JDK", ex);
		}
	}

	/**
	 * Makes a key for hashing.
	 * @param use what for, so that no key serves two ends
	 * @param secrets what it is made from; who lacks one of them cannot make it
	 * @return the key
	 */
	public static SecretKey macKey(String use, byte[]... secrets) {
		return derive(use, "HmacSHA256", secrets);
	}

	/**
	 * Makes a key for sealing.
	 * @param use what for, so that no key serves two ends
	 * @param secrets what it is made from; who lacks one of them cannot make it
	 * @return the key
	 */
	public static SecretKey sealKey(String use, byte[]... secrets) {
		return derive(use, "AES", secrets);
	}

	/**
	 * Hashes under a key.
	 * @param key the key
	 * @param text the text
	 * @return its HMAC as text
	 */
	public static String mac(SecretKey key, String text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(key);
			return text(mac.doFinal(bytes(text)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("HmacSHA256 is part of every JDK", ex);
		}
	}

	/**
	 * Compares two texts in a time that does not tell where they differ.
	 * @param one a text
	 * @param other another
	 * @return whether they are the same
	 */
	public static boolean same(String one, String other) {
		return MessageDigest.isEqual(bytes(one), bytes(other));
	}

	/**
	 * Seals a text.
	 * @param key the key
	 * @param text the text
	 * @param owner what it belongs to; it opens nowhere else
	 * @return the sealed text
	 */
	public static String seal(SecretKey key, String text, String owner) {
		byte[] nonce = random(NONCE_BYTES);
		try {
			byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, owner).doFinal(bytes(text));
			return Base64.getEncoder()
				.encodeToString(ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Cannot seal", ex);
		}
	}

	/**
	 * Opens a sealed text.
	 * @param key the key
	 * @param sealed the sealed text
	 * @param owner what it belongs to
	 * @return the text
	 * @throws IllegalStateException if it was sealed under another key or for another
	 * owner, or was tampered with
	 */
	public static String open(SecretKey key, String sealed, String owner) {
		byte[] all = Base64.getDecoder().decode(sealed);
		byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
		try {
			return new String(
					cipher(Cipher.DECRYPT_MODE, key, nonce, owner).doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES),
					StandardCharsets.UTF_8);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Sealed under another key, or tampered with", ex);
		}
	}

	private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String owner) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(bytes(owner));
		return cipher;
	}

	private static SecretKey derive(String use, String algorithm, byte[]... secrets) {
		HKDFParameterSpec.Builder extract = HKDFParameterSpec.ofExtract();
		for (byte[] secret : secrets) {
			extract.addIKM(secret);
		}
		try {
			return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, extract.thenExpand(bytes("marquee/" + use), 32));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("HKDF-SHA256 is part of JDK 25", ex);
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String text(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
