package io.marquee.catalog.movie;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What movies have to know of shows; answered by the shows, so that they alone know
 * movies and not the other way round.
 */
public interface Showings {

	/**
	 * The movies with shows to come.
	 * @param cityKey only those in this city; null for anywhere
	 * @return the ids of the movies
	 */
	Set<String> moviesShowing(@Nullable String cityKey);

	/**
	 * Whether a movie has shows to come.
	 * @param movieId the movie
	 * @return whether it has
	 */
	boolean hasFutureShowsOf(String movieId);

}
