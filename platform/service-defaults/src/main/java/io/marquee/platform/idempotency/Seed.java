package io.marquee.platform.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a request with a key can derive its new ids from, so that its repetition after a
 * crash makes the same ones.
 *
 * @param time when the key was first seen
 * @param value chance, drawn when the key was first seen
 */
public record Seed(Instant time, String value) {

	/** The request attribute a seed lies in. */
	public static final String ATTRIBUTE = "io.marquee.platform.idempotency.seed";

	/**
	 * An id for the one thing that a request makes.
	 * @param seed the request's, if it came with a key
	 * @return the same for the same seed
	 */
	public static String idOf(@Nullable Seed seed) {
		return ((seed != null) ? UUID.nameUUIDFromBytes(seed.chance()) : UUID.randomUUID()).toString();
	}

	/**
	 * The chance as bytes.
	 * @return 32 bytes
	 */
	public byte[] chance() {
		try {
			return MessageDigest.getInstance("SHA-256").digest(this.value.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
