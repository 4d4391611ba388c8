package io.marquee.catalog.show;

import java.time.Clock;
import java.util.Set;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

import io.marquee.catalog.movie.Showings;
import io.marquee.catalog.venue.ScreenUse;

/**
 * Answers what movies and venues have to know of shows. What decides whether something
 * may be deleted is asked of the database.
 */
@Component
class ShowsToCome implements Showings, ScreenUse {

	private final Shows shows;

	private final ShowIndex index;

	private final Clock clock;

	ShowsToCome(Shows shows, ShowIndex index, Clock clock) {
		this.shows = shows;
		this.index = index;
		this.clock = clock;
	}

	@Override
	public Showing of(String movieId) {
		return this.index.showing(movieId);
	}

	@Override
	public void catchUp() {
		this.index.catchUp();
	}

	@Override
	public boolean hasFutureShowsOf(String movieId) {
		return this.shows.stored().exists(toCome().and("film.movieId").is(movieId));
	}

	@Override
	public Set<String> screensWithFutureShows(String venueId) {
		return Set.copyOf(this.shows.distinct("place.screenId", toCome().and("place.venueId").is(venueId)));
	}

	private Criteria toCome() {
		return Shows.toCome(this.clock.instant());
	}

}
