package io.marquee.catalog.show;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

import io.marquee.catalog.CatalogSettings;
import io.marquee.catalog.movie.FindingMovies;
import io.marquee.catalog.movie.Movie;
import io.marquee.catalog.store.OptimisticChange;
import io.marquee.catalog.venue.FindingVenues;
import io.marquee.catalog.venue.Screen;
import io.marquee.catalog.venue.SeatCategory;
import io.marquee.catalog.venue.Venue;
import io.marquee.platform.money.Money;
import io.marquee.platform.web.ApiException;

/**
 * Puts shows on the programme and moves them. That two shows never share a screen is
 * decided by {@link Slots} and the index over them alone.
 */
@Service
public class SchedulingShows {

	private final Shows shows;

	private final FindingShows finding;

	private final FindingMovies movies;

	private final FindingVenues venues;

	private final Duration cleaning;

	private final Clock clock;

	SchedulingShows(Shows shows, FindingShows finding, FindingMovies movies, FindingVenues venues,
			CatalogSettings settings, Clock clock) {
		this.shows = shows;
		this.finding = finding;
		this.movies = movies;
		this.venues = venues;
		this.cleaning = settings.cleaningGap();
		this.clock = clock;
	}

	/**
	 * Schedules a show.
	 * @param wish what somebody wants to show
	 * @return the show
	 */
	public Show schedule(Wish wish) {
		Show show = Show.schedule(UUID.randomUUID().toString(), plan(wish), this.cleaning, now());
		unlessTaken(show, () -> {
			this.shows.stored().add(show);
			return show;
		});
		withdrawIfNotOnOffer(show);
		return show;
	}

	/**
	 * Changes a show that has not begun. Once seats are taken, only what does not concern
	 * those who took them can change: prices.
	 * @param id the show
	 * @param wish what it should be
	 * @return the show after the change
	 */
	public Show change(String id, Wish wish) {
		Show.Plan plan = plan(wish);
		Show changed = OptimisticChange.apply(() -> this.finding.get(id), (before) -> {
			if (before.statusAt(now()) != ShowStatus.SCHEDULED || !before.startsAt().isAfter(now())) {
				throw notScheduled(before.statusAt(now()));
			}
			Show after = before.replanned(plan, this.cleaning, now());
			if (before.seatsTaken() > 0 && !samePromise(before, after)) {
				throw new ApiException(HttpStatus.CONFLICT, "SHOW_HAS_BOOKINGS",
						"Seats of this show are taken: only its prices can change; cancel it to move it");
			}
			return after;
		}, (before, after) -> unlessTaken(after, () -> this.shows.stored().replace(before, after)));
		withdrawIfNotOnOffer(changed);
		return changed;
	}

	private Show.Plan plan(Wish wish) {
		Movie movie = this.movies.any(wish.movieId());
		Venue venue = this.venues.any(wish.venueId());
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

	private <R> R unlessTaken(Show show, Supplier<R> write) {
		try {
			return write.get();
		}
		catch (DuplicateKeyException ex) {
			throw new ApiException(HttpStatus.CONFLICT, "SHOW_OVERLAPS", "The screen is taken" + others(show)
					+ "; between two shows it is cleaned for " + this.cleaning.toMinutes() + " minutes");
		}
	}

	private String others(Show show) {
		List<String> slots = (show.slots() != null) ? show.slots() : List.of();
		return this.shows.all(Criteria.where("slots").in(slots).and("_id").ne(show.id()), Sort.by("startsAt"))
			.stream()
			.map((other) -> " by " + other.film().title() + " from " + other.startsAt() + " to " + other.endsAt())
			.findFirst()
			.orElse("");
	}

	/**
	 * A movie or venue may have been deleted since it was read. Whoever deletes looks for
	 * shows once more afterwards, so one of the two sees the other.
	 */
	private void withdrawIfNotOnOffer(Show show) {
		try {
			this.movies.any(show.film().movieId());
			this.venues.any(show.place().venueId());
		}
		catch (ApiException ex) {
			this.shows.stored().replace(show, show.in(ShowStatus.REMOVED, null, now()));
			throw ex;
		}
	}

	private static boolean samePromise(Show before, Show after) {
		return before.startsAt().equals(after.startsAt()) && before.film().movieId().equals(after.film().movieId())
				&& before.place().screenId().equals(after.place().screenId())
				&& before.language().equals(after.language()) && before.format().equals(after.format());
	}

	private static ApiException notScheduled(ShowStatus status) {
		return new ApiException(HttpStatus.CONFLICT, "SHOW_NOT_SCHEDULED", "The show can no longer be changed: it "
				+ ((status == ShowStatus.SCHEDULED) ? "has begun" : "is " + status));
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	/**
	 * What somebody wants to show.
	 *
	 * @param movieId the movie
	 * @param venueId the venue
	 * @param screenId the screen
	 * @param startsAt when
	 * @param language in which language; the movie's first if null
	 * @param format in which format
	 * @param prices the price of a seat of each category
	 * @param sale when seats are sold, if that is said
	 * @param externalId what it is called where it comes from
	 */
	public record Wish(String movieId, String venueId, String screenId, Instant startsAt, @Nullable String language,
			String format, Map<SeatCategory, Money> prices, @Nullable SaleWindow sale, @Nullable String externalId) {

	}

}
