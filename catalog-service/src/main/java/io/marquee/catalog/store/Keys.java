package io.marquee.catalog.store;

import java.util.List;
import java.util.Locale;

/**
 * Words as they are compared: a filter for {@code mumbai} finds Mumbai. Kept beside the
 * original, because a collation is not to be had in every store.
 */
public final class Keys {

	private Keys() {
	}

	/**
	 * One word or name.
	 * @param text as people write it
	 * @return as it is compared
	 */
	public static String of(String text) {
		return text.strip().toLowerCase(Locale.ROOT);
	}

	/**
	 * Several words or names.
	 * @param texts as people write them
	 * @return as they are compared
	 */
	public static List<String> of(List<String> texts) {
		return texts.stream().map(Keys::of).distinct().toList();
	}

}
