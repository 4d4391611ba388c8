package io.marquee.catalog.show;

import java.time.Clock;

import org.springframework.stereotype.Component;

import io.marquee.catalog.store.Affected;
import io.marquee.catalog.store.AffectedShows;

/**
 * Counts whom a change of a movie or venue concerns.
 */
@Component
class CountingAffected implements AffectedShows {

	private final Shows shows;

	private final Clock clock;

	CountingAffected(Shows shows, Clock clock) {
		this.shows = shows;
		this.clock = clock;
	}

	@Override
	public Affected ofMovie(String movieId) {
		return count("film.movieId", movieId);
	}

	@Override
	public Affected ofVenue(String venueId) {
		return count("place.venueId", venueId);
	}

	private Affected count(String field, String id) {
		return Affected.of(this.shows.seatsTaken(Shows.toCome(this.clock.instant()).and(field).is(id)));
	}

}
