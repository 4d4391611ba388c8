package io.marquee.catalog.show;

import java.time.Clock;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

import io.marquee.catalog.movie.Showings;
import io.marquee.catalog.venue.ScreenUse;

/**
 * Answers what movies and venues have to know of shows.
 */
@Component
class ShowsToCome implements Showings, ScreenUse {

	private final Shows shows;

	private final Clock clock;

	ShowsToCome(Shows shows, Clock clock) {
		this.shows = shows;
		this.clock = clock;
	}

	@Override
	public Set<String> moviesShowing(@Nullable String cityKey) {
		Criteria criteria = toCome();
		if (cityKey != null) {
			criteria.and("place.cityKey").is(cityKey);
		}
		return Set.copyOf(this.shows.distinct("film.movieId", criteria));
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
