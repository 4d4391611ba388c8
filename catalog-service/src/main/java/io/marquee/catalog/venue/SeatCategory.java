package io.marquee.catalog.venue;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What kind of seat it is; the price of a show depends on it.
 */
public enum SeatCategory {

	/** An ordinary seat. */
	REGULAR('R'),

	/** A better seat, usually further back. */
	PREMIUM('P'),

	/** A recliner or sofa. */
	VIP('V'),

	/**
	 * A place for a wheelchair; sold at the regular price unless a show says otherwise.
	 */
	WHEELCHAIR('W');

	private final char letter;

	SeatCategory(char letter) {
		this.letter = letter;
	}

	char letter() {
		return this.letter;
	}

	static SeatCategory of(char letter) {
		for (SeatCategory category : values()) {
			if (category.letter == letter) {
				return category;
			}
		}
		throw new IllegalArgumentException(
				"'" + letter + "' is no seat; use " + letters() + " for seats and _ for a gap");
	}

	private static String letters() {
		return Arrays.stream(values())
			.map((category) -> category.letter + " (" + category + ")")
			.collect(Collectors.joining(", "));
	}

}
