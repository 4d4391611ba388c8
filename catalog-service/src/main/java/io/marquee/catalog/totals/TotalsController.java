package io.marquee.catalog.totals;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.marquee.catalog.movie.FindingMovies;
import io.marquee.catalog.show.FindingShows;
import io.marquee.catalog.venue.FindingVenues;

/**
 * How much there is of everything, for the administration's dashboard.
 */
@RestController
class TotalsController {

	private final FindingMovies movies;

	private final FindingVenues venues;

	private final FindingShows shows;

	TotalsController(FindingMovies movies, FindingVenues venues, FindingShows shows) {
		this.movies = movies;
		this.venues = venues;
		this.shows = shows;
	}

	@GetMapping("/internal/totals")
	Totals totals() {
		return new Totals(this.movies.count(), this.venues.count(), this.shows.count(), this.shows.countToCome());
	}

	/**
	 * The counts; active shows are those that have not begun.
	 */
	record Totals(long movies, long venues, long shows, long activeShows) {

	}

}
