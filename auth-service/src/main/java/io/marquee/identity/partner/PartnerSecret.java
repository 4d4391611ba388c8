package io.marquee.identity.partner;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * A client's secret, seen once by the admin who asked for it.
 *
 * @param value 256 random bits in Base64
 */
public record PartnerSecret(String value) {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int BYTES = 32;

	static PartnerSecret random() {
		byte[] bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		return new PartnerSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	@Override
	public String toString() {
		return "PartnerSecret[…]";
	}

}
