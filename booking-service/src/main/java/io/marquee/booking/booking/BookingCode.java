package io.marquee.booking.booking;

import java.security.SecureRandom;

/**
 * The short code a customer reads out at the door, as {@code K7QM-4XTP}.
 *
 * @param value eight characters that cannot be mistaken for one another
 */
public record BookingCode(String value) {

	private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

	private static final SecureRandom random = new SecureRandom();

	static BookingCode next() {
		StringBuilder code = new StringBuilder(9);
		for (int i = 0; i < 8; i++) {
			if (i == 4) {
				code.append('-');
			}
			code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
		}
		return new BookingCode(code.toString());
	}

	@Override
	public String toString() {
		return this.value;
	}

}
