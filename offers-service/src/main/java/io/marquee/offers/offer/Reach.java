package io.marquee.offers.offer;

import java.util.Set;

/**
 * Where and for whom an offer holds; an empty set means everywhere.
 *
 * @param movies ids of the movies
 * @param venues ids of the venues, or of the restaurants
 * @param cities names of the cities
 * @param firstBookingOnly whether only a customer's first booking gets it
 */
public record Reach(Set<String> movies, Set<String> venues, Set<String> cities, boolean firstBookingOnly) {

	/**
	 * Whether it holds for this movie.
	 * @param movieId the movie's id
	 * @return whether it does
	 */
	public boolean coversMovie(String movieId) {
		return this.movies.isEmpty() || this.movies.contains(movieId);
	}

	/**
	 * Whether it holds at this venue or restaurant.
	 * @param venueId its id
	 * @return whether it does
	 */
	public boolean coversVenue(String venueId) {
		return this.venues.isEmpty() || this.venues.contains(venueId);
	}

	/**
	 * Whether it holds in this city.
	 * @param city the city's name, in any case
	 * @return whether it does
	 */
	public boolean coversCity(String city) {
		return this.cities.isEmpty() || this.cities.stream().anyMatch(city::equalsIgnoreCase);
	}

}
