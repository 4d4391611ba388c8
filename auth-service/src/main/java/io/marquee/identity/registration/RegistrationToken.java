package io.marquee.identity.registration;

import io.marquee.identity.crypto.Cryptography;

/**
 * Says that its bearer has proven an address. Kept only as a hash; with 256 random bits a
 * plain one is enough.
 *
 * @param value what the client holds
 */
record RegistrationToken(String value) {

	private static final int BYTES = 32;

	static RegistrationToken random() {
		return new RegistrationToken(Cryptography.token(BYTES));
	}

	String hash() {
		return Cryptography.hash(this.value);
	}

	@Override
	public String toString() {
		return "RegistrationToken[…]";
	}

}
