package io.marquee.booking.booking;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The short code a customer reads out at the door, as {@code K7QM-4XTP}.
 *
 * @param value eight characters that cannot be mistaken for one another
 */
public record BookingCode(String value) {

	private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

	private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{8}");

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

	/**
	 * Reads a code as people type it: in small letters, with blanks or without the dash.
	 * @param typed what was typed
	 * @return the code, or nothing if it cannot be one
	 */
	public static Optional<BookingCode> parse(String typed) {
		String letters = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}]", "");
		return SHAPE.matcher(letters).matches()
				? Optional.of(new BookingCode(letters.substring(0, 4) + "-" + letters.substring(4))) : Optional.empty();
	}

	@Override
	public String toString() {
		return this.value;
	}

}
