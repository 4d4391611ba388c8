package io.marquee.catalog.show;

import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

import io.marquee.catalog.movie.MovieEdited;
import io.marquee.catalog.venue.Screen;
import io.marquee.catalog.venue.Venue;
import io.marquee.catalog.venue.VenueEdited;

/**
 * Carries new titles and names into scheduled shows. Their times and seats stay as they
 * were scheduled.
 */
@Component
class KeepingShowsCurrent {

	private final Shows shows;

	KeepingShowsCurrent(Shows shows) {
		this.shows = shows;
	}

	@EventListener
	void on(MovieEdited edited) {
		this.shows.refresh(scheduled().and("film.movieId").is(edited.movie().id()), "film", Film.of(edited.movie()));
	}

	@EventListener
	void on(VenueEdited edited) {
		Venue venue = edited.venue();
		for (Screen screen : venue.details().screens()) {
			this.shows.refresh(scheduled().and("place.venueId").is(venue.id()).and("place.screenId").is(screen.id()),
					"place", Place.of(venue, screen));
		}
	}

	private static Criteria scheduled() {
		return Criteria.where("status").is(ShowStatus.SCHEDULED);
	}

}
