package io.marquee.platform.idempotency;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A request that came with a key, and its answer once there is one.
 *
 * @param id user and key
 * @param hash of method, path and body
 * @param leaseUntil until then the request is the business of whoever began it; absent
 * when it is answered
 */
record KeyedRequest(@Id String id, String hash, Seed seed, @Nullable Instant leaseUntil, Instant expiresAt,
		@Nullable Answer answer) {

	/**
	 * An answer, byte for byte.
	 *
	 * @param entityTag the version of what was made, where the answer names it
	 */
	record Answer(int status, @Nullable String contentType, @Nullable String entityTag, String body) {
	}

}
