package io.marquee.catalog.show;

/**
 * Why the sale of a scheduled show rests. What was sold before stays sold.
 */
public enum Suspension {

	/** The movie is not active. */
	MOVIE_INACTIVE,

	/** The venue is not active. */
	VENUE_INACTIVE

}
