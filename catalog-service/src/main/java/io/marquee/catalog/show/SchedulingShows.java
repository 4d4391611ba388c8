package io.marquee.catalog.show;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

import io.marquee.catalog.CatalogSettings;
import io.marquee.catalog.movie.FindingMovies;
import io.marquee.catalog.store.Expected;
import io.marquee.catalog.store.OptimisticChange;
import io.marquee.catalog.venue.FindingVenues;
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

	private final KeepingShowsCurrent keeping;

	private final Duration cleaning;

	private final Clock clock;

	SchedulingShows(Shows shows, FindingShows finding, FindingMovies movies, FindingVenues venues,
			KeepingShowsCurrent keeping, CatalogSettings settings, Clock clock) {
		this.shows = shows;
		this.finding = finding;
		this.movies = movies;
		this.venues = venues;
		this.keeping = keeping;
		this.cleaning = settings.cleaningGap();
		this.clock = clock;
	}

	/**
	 * Schedules a show.
	 * @param id its id
	 * @param plan what a wish came to
	 * @return the show
	 */
	public Show schedule(String id, Show.Plan plan) {
		Show show = Show.schedule(id, plan, this.cleaning, now());
		return settled(unlessTaken(show, () -> this.shows.stored().add(show)));
	}

	/**
	 * Changes a show that has not begun. Once seats are taken, only what does not concern
	 * those who took them can change: prices.
	 * @param id the show
	 * @param expected what the change was thought out for
	 * @param plan what it should be
	 * @return the show after the change
	 */
	public Show change(String id, Expected expected, Show.Plan plan) {
		return settled(OptimisticChange.apply(() -> this.finding.get(id), expected, (before) -> replanned(before, plan),
				(before, after) -> unlessTaken(after, () -> this.shows.replace(before, after))));
	}

	/** What a show becomes by another plan, if it still can. */
	Show replanned(Show before, Show.Plan plan) {
		if (before.statusAt(now()) != ShowStatus.SCHEDULED || !before.startsAt().isAfter(now())) {
			throw notScheduled(before.statusAt(now()));
		}
		Show after = before.replanned(plan, this.cleaning, now());
		if (before.seatsTaken() > 0 && !samePromise(before, after)) {
			throw new ApiException(HttpStatus.CONFLICT, "SHOW_HAS_BOOKINGS",
					"Seats of this show are taken: only its prices can change; cancel it to move it");
		}
		return after;
	}

	/**
	 * The show a plan would become if it were scheduled.
	 * @param plan what a wish came to
	 * @return the show, not stored
	 */
	public Show planned(Show.Plan plan) {
		return Show.schedule(UUID.randomUUID().toString(), plan, this.cleaning, now());
	}

	/**
	 * The show that keeps another from its screen, as things are now.
	 * @param show the show that would like the screen
	 * @return the first of those in its way
	 */
	public Optional<Show> inTheWayOf(Show show) {
		List<String> slots = (show.slots() != null) ? show.slots() : List.of();
		return this.shows.all(Criteria.where("slots").in(slots).and("_id").ne(show.id()), Sort.by("startsAt"))
			.stream()
			.findFirst();
	}

	/**
	 * Why a show cannot have its screen.
	 * @param other the show in its way, if it is still there
	 * @return the failure: 409, {@code SHOW_OVERLAPS}
	 */
	public ApiException overlap(Optional<Show> other) {
		return new ApiException(HttpStatus.CONFLICT, "SHOW_OVERLAPS",
				"The screen is taken"
						+ other
							.map((show) -> " by " + show.film().title() + " from " + show.startsAt() + " to "
									+ show.endsAt() + " (show " + show.id() + ")")
							.orElse("")
						+ "; between two shows it is cleaned for " + this.cleaning.toMinutes() + " minutes");
	}

	private <R> R unlessTaken(Show show, Supplier<R> write) {
		try {
			return write.get();
		}
		catch (DuplicateKeyException ex) {
			throw overlap(inTheWayOf(show));
		}
	}

	/**
	 * A movie or venue may have been deleted or hidden since it was read. Whoever does
	 * that looks for shows once more afterwards, so one of the two sees the other.
	 */
	private Show settled(Show show) {
		try {
			this.movies.any(show.film().movieId());
			this.venues.any(show.place().venueId());
		}
		catch (ApiException ex) {
			this.shows.replace(show, show.in(ShowStatus.REMOVED, null, now()));
			throw ex;
		}
		return this.keeping.current(show);
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

}
