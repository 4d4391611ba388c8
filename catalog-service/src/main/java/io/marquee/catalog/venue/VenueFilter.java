package io.marquee.catalog.venue;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which venues are wanted; null means any.
 *
 * @param city the city
 * @param q words of the name, address or city
 * @param amenities what it must offer, all of it
 * @param near the place the venues are sorted around
 * @param radiusKm how far from that place at most
 */
public record VenueFilter(@Nullable String city, @Nullable String q, List<String> amenities, @Nullable Coordinates near,
		@Nullable Double radiusKm) {

	/**
	 * By city only.
	 * @param city the city
	 * @return the filter
	 */
	public static VenueFilter in(String city) {
		return new VenueFilter(city, null, List.of(), null, null);
	}

	/**
	 * By words only.
	 * @param q the words
	 * @return the filter
	 */
	public static VenueFilter matching(String q) {
		return new VenueFilter(null, q, List.of(), null, null);
	}

}
