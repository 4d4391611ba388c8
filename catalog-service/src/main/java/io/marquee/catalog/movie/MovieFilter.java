package io.marquee.catalog.movie;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * Which movies are wanted; null means any.
 *
 * @param genre the genre
 * @param language a language it is shown in
 * @param minRating the least rating
 * @param city a city it is showing in
 * @param format a format it is showing in
 * @param status now showing or coming soon
 * @param q words of the title, cast or director
 */
public record MovieFilter(@Nullable String genre, @Nullable String language, @Nullable BigDecimal minRating,
		@Nullable String city, @Nullable String format, @Nullable Status status, @Nullable String q) {

	/**
	 * By words only.
	 * @param q the words
	 * @return the filter
	 */
	public static MovieFilter matching(String q) {
		return new MovieFilter(null, null, null, null, null, null, q);
	}

	/** Where a movie is in its life. */
	public enum Status {

		/** Can be seen: has shows to come that are on offer. */
		NOW_SHOWING,

		/** Is released later than today. */
		COMING_SOON

	}

}
