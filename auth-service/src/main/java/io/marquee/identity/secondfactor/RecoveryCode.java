package io.marquee.identity.secondfactor;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.marquee.identity.crypto.Cryptography;

/**
 * A code for when the authenticator app is lost: twelve letters and digits, 60 bits.
 *
 * @param value letters of Crockford's Base32, which has no look-alikes
 */
record RecoveryCode(String value) {

	/** How many come with an app. */
	static final int COUNT = 10;

	private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final int LENGTH = 12;

	private static final int GROUP = 4;

	static RecoveryCode random() {
		StringBuilder code = new StringBuilder();
		for (byte random : Cryptography.random(LENGTH)) {
			code.append(LETTERS.charAt(random & (LETTERS.length() - 1)));
		}
		return new RecoveryCode(code.toString());
	}

	static List<RecoveryCode> set() {
		return Stream.generate(RecoveryCode::random).distinct().limit(COUNT).toList();
	}

	/**
	 * Reads what somebody typed: case and what stands between the letters do not matter,
	 * nor do look-alikes.
	 * @param typed as typed
	 * @return the code; maybe one that cannot be
	 */
	static RecoveryCode typed(String typed) {
		return new RecoveryCode(typed.toUpperCase(Locale.ROOT)
			.replaceAll("[\\s-]", "")
			.replace('O', '0')
			.replace('I', '1')
			.replace('L', '1'));
	}

	/**
	 * The code for people.
	 * @return such as {@code 7K3M-9QXT-0VHB}
	 */
	String readable() {
		return IntStream.iterate(0, (from) -> from < this.value.length(), (from) -> from + GROUP)
			.mapToObj((from) -> this.value.substring(from, from + GROUP))
			.collect(Collectors.joining("-"));
	}

	@Override
	public String toString() {
		return "RecoveryCode[…]";
	}

}
