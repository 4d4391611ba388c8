package io.marquee.catalog.totals;

import java.time.Clock;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.marquee.catalog.movie.Movies;
import io.marquee.catalog.show.Shows;
import io.marquee.catalog.venue.Venues;

/**
 * How much there is of everything, for the administration's dashboard.
 */
@RestController
class TotalsController {

	private final Movies movies;

	private final Venues venues;

	private final Shows shows;

	private final Clock clock;

	TotalsController(Movies movies, Venues venues, Shows shows, Clock clock) {
		this.movies = movies;
		this.venues = venues;
		this.shows = shows;
		this.clock = clock;
	}

	@GetMapping("/internal/totals")
	Totals totals() {
		return new Totals(this.movies.count(), this.venues.count(), this.shows.count(),
				this.shows.countToCome(this.clock.instant()));
	}

	/**
	 * The counts; active shows are those that have not begun.
	 */
	record Totals(long movies, long venues, long shows, long activeShows) {

	}

}
