package io.marquee.catalog.show;

import java.time.Clock;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

import io.marquee.catalog.movie.FindingMovies;
import io.marquee.catalog.movie.Movie;
import io.marquee.catalog.venue.FindingVenues;
import io.marquee.catalog.venue.Screen;
import io.marquee.catalog.venue.Venue;
import io.marquee.platform.web.ApiException;

/**
 * Says what a wish comes to, and writes nothing. That the screen is free is not looked at
 * here: only the write decides that.
 */
@Service
public class CheckingShows {

	private final FindingMovies movies;

	private final FindingVenues venues;

	private final Clock clock;

	CheckingShows(FindingMovies movies, FindingVenues venues, Clock clock) {
		this.movies = movies;
		this.venues = venues;
		this.clock = clock;
	}

	/**
	 * Checks a wish.
	 * @param wish what somebody wants to show
	 * @return what it comes to
	 * @throws ApiException with all that is wrong with it
	 */
	public Show.Plan check(Wish wish) {
		return check(wish, this.movies.any(wish.movieId()), this.venues.any(wish.venueId()));
	}

	/**
	 * Checks a wish whose movie and venue have been read.
	 * @param wish what somebody wants to show
	 * @param movie its movie
	 * @param venue its venue
	 * @return what it comes to
	 * @throws ApiException with all that is wrong with it
	 */
	public Show.Plan check(Wish wish, Movie movie, Venue venue) {
		if (!movie.active()) {
			throw new ApiException(HttpStatus.CONFLICT, "MOVIE_INACTIVE", "The movie is not active");
		}
		if (!venue.active()) {
			throw new ApiException(HttpStatus.CONFLICT, "VENUE_INACTIVE", "The venue is not active");
		}
		Screen screen = venue.screen(wish.screenId())
			.orElseThrow(() -> new ApiException(HttpStatus.NOT_FOUND, "SCREEN_NOT_FOUND",
					"The venue has no screen " + wish.screenId()));
		return new ShowChecks(this.clock.instant()).plan(wish, movie, venue, screen);
	}

}
