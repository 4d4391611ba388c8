package io.marquee.offers.listing;

import java.util.Locale;

/**
 * Makes names comparable: the embedded store ignores collations, so what is looked up
 * whatever its case is stored in this form too.
 */
public final class Names {

	private Names() {
	}

	/**
	 * A name without case, spaces and punctuation: {@code Prime Video} and
	 * {@code prime-video} are one platform.
	 * @param name as it is written
	 * @return what it is compared by
	 */
	public static String key(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
	}

}
