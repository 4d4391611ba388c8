package io.marquee.catalog.movie;

import java.util.List;

/**
 * What movies have to know of shows; answered by the shows, so that they alone know
 * movies and not the other way round.
 */
public interface Showings {

	/**
	 * Where and how a movie can still be seen, as far as is known at this moment.
	 * @param movieId the movie
	 * @return its cities and formats; none if it is not shown
	 */
	Showing of(String movieId);

	/** Makes sure that every change of this process is known. */
	void catchUp();

	/**
	 * Whether a movie has shows to come.
	 * @param movieId the movie
	 * @return whether it has
	 */
	boolean hasFutureShowsOf(String movieId);

	/**
	 * Where and how a movie is shown.
	 *
	 * @param cities the cities
	 * @param formats the formats
	 */
	record Showing(List<String> cities, List<String> formats) {

	}

}
