package io.marquee.catalog.store;

/**
 * Which shows to come a movie or venue concerns; answered by the shows, which alone know
 * movies and venues and not the other way round.
 */
public interface AffectedShows {

	/**
	 * The shows to come of a movie.
	 * @param movieId the movie
	 * @return the counts
	 */
	Affected ofMovie(String movieId);

	/**
	 * The shows to come at a venue.
	 * @param venueId the venue
	 * @return the counts
	 */
	Affected ofVenue(String venueId);

}
