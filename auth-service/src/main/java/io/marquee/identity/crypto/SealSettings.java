package io.marquee.identity.crypto;

import jakarta.validation.constraints.AssertTrue;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The keys that second factors are sealed with.
 *
 * @param keys see {@link KeyRing}
 */
@Validated
@ConfigurationProperties("marquee.identity.seals")
record SealSettings(@Nullable String keys) {

	/** A check of its own, as a failed one on the keys would print them. */
	@AssertTrue(message = "the environment variable MARQUEE_SECOND_FACTOR_KEYS is not set, "
			+ "or not id:secret[,id:secret] with Base64 secrets of at least 32 bytes")
	boolean isSealingPossible() {
		return this.keys != null && KeyRing.parse(this.keys).isPresent();
	}

	KeyRing keyRing() {
		return KeyRing.parse((this.keys != null) ? this.keys : "").orElseThrow();
	}

	/** Keys stay out of logs. */
	@Override
	public String toString() {
		return "SealSettings[…]";
	}

}
