package io.marquee.catalog.show;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

import io.marquee.catalog.movie.Movie;
import io.marquee.catalog.movie.MovieEdited;
import io.marquee.catalog.movie.Movies;
import io.marquee.catalog.store.Expected;
import io.marquee.catalog.store.OptimisticChange;
import io.marquee.catalog.venue.Venue;
import io.marquee.catalog.venue.VenueEdited;
import io.marquee.catalog.venue.Venues;
import io.marquee.platform.web.ApiException;

/**
 * Carries what changes of a movie or venue into its scheduled shows: names, and whether
 * their sale rests. Each show is compared with what is stored now, so it may be done
 * twice, late and out of order. Times and seats stay as they were scheduled.
 */
@Service
public class KeepingShowsCurrent {

	/** What a request has time for; the event does the rest. */
	private static final int AT_ONCE = 100;

	private final Shows shows;

	private final Movies movies;

	private final Venues venues;

	private final Clock clock;

	KeepingShowsCurrent(Shows shows, Movies movies, Venues venues, Clock clock) {
		this.shows = shows;
		this.movies = movies;
		this.venues = venues;
		this.clock = clock;
	}

	/**
	 * Brings the shows of a movie up to date.
	 * @param movieId the movie
	 */
	public void ofMovie(String movieId) {
		scheduled("film.movieId", movieId, Integer.MAX_VALUE);
	}

	/**
	 * Brings the shows at a venue up to date.
	 * @param venueId the venue
	 */
	public void atVenue(String venueId) {
		scheduled("place.venueId", venueId, Integer.MAX_VALUE);
	}

	/**
	 * Brings one show up to date: its movie or venue may have changed at the moment at
	 * which it was scheduled.
	 * @param showId the show
	 */
	public void show(String showId) {
		this.shows.find(showId).ifPresent(this::current);
	}

	@EventListener
	void on(MovieEdited edited) {
		scheduled("film.movieId", edited.movie().id(), AT_ONCE);
	}

	@EventListener
	void on(VenueEdited edited) {
		scheduled("place.venueId", edited.venue().id(), AT_ONCE);
	}

	/** The show as it is after this. */
	Show current(Show show) {
		if (upToDate(show, this.movies::find, this.venues::find) == show) {
			return show;
		}
		return OptimisticChange.apply(() -> this.shows.find(show.id()).orElseThrow(KeepingShowsCurrent::gone),
				Expected.ANY, (now) -> upToDate(now, this.movies::find, this.venues::find), this.shows::replace);
	}

	private void scheduled(String field, String id, int most) {
		Map<String, Optional<Movie>> movies = new HashMap<>();
		Map<String, Optional<Venue>> venues = new HashMap<>();
		this.shows.all(Criteria.where("status").is(ShowStatus.SCHEDULED).and(field).is(id), Sort.by("startsAt"))
			.stream()
			.filter((show) -> upToDate(show, (movie) -> movies.computeIfAbsent(movie, this.movies::find),
					(venue) -> venues.computeIfAbsent(venue, this.venues::find)) != show)
			.limit(most)
			.forEach((show) -> show(show.id()));
	}

	private Show upToDate(Show show, Function<String, Optional<Movie>> movies,
			Function<String, Optional<Venue>> venues) {
		if (show.status() != ShowStatus.SCHEDULED) {
			return show;
		}
		Optional<Movie> movie = movies.apply(show.film().movieId());
		Optional<Venue> venue = venues.apply(show.place().venueId());
		Set<Suspension> suspended = EnumSet.noneOf(Suspension.class);
		if (movie.filter(Movie::active).isEmpty()) {
			suspended.add(Suspension.MOVIE_INACTIVE);
		}
		if (venue.filter(Venue::active).isEmpty()) {
			suspended.add(Suspension.VENUE_INACTIVE);
		}
		return show.current(movie.map(show.film()::current).orElse(show.film()),
				venue.map(show.place()::current).orElse(show.place()), suspended,
				this.clock.instant().truncatedTo(ChronoUnit.MILLIS));
	}

	private static ApiException gone() {
		return new ApiException(HttpStatus.NOT_FOUND, "SHOW_NOT_FOUND", "The show was deleted meanwhile");
	}

}
