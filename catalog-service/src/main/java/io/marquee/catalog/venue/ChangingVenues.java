package io.marquee.catalog.venue;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

import io.marquee.catalog.store.Expected;
import io.marquee.catalog.store.OptimisticChange;
import io.marquee.catalog.store.State;
import io.marquee.platform.web.ApiException;

/**
 * Adds, edits, hides and deletes venues.
 */
@Service
public class ChangingVenues {

	private final Venues venues;

	private final FindingVenues finding;

	private final ScreenUse use;

	private final Clock clock;

	private final ApplicationEventPublisher process;

	ChangingVenues(Venues venues, FindingVenues finding, ScreenUse use, Clock clock,
			ApplicationEventPublisher process) {
		this.venues = venues;
		this.finding = finding;
		this.use = use;
		this.clock = clock;
		this.process = process;
	}

	/**
	 * Adds a venue.
	 * @param id its id
	 * @param details what is known of it
	 * @return the venue, active
	 */
	public Venue add(String id, VenueDetails details) {
		return this.venues.stored().add(Venue.add(id, details, now()));
	}

	/**
	 * Edits a venue. A screen with shows to come stays; its new layout counts for shows
	 * scheduled from now on.
	 * @param id the venue
	 * @param expected what the change was thought out for
	 * @param change from the details it has to those it should have
	 * @return the venue after the change
	 */
	public Venue edit(String id, Expected expected, UnaryOperator<VenueDetails> change) {
		return told(change(id, expected, (before) -> {
			Venue after = before.edited(change.apply(before.details()), now());
			refuseToDropScreensInUse(before, after);
			return after;
		}));
	}

	/**
	 * Hides an active venue, which stops the sale of its shows; shows an inactive one.
	 * @param id the venue
	 * @param expected what the change was thought out for
	 * @return the venue after the change
	 */
	public Venue toggle(String id, Expected expected) {
		return told(change(id, expected, (venue) -> venue.in(venue.active() ? State.INACTIVE : State.ACTIVE, now())));
	}

	/**
	 * Hides or shows one venue of many. Its shows follow by the event alone: many venues
	 * have more shows than a request has time for.
	 * @param id the venue
	 * @param active whether the public shall see it
	 * @return the venue after the change
	 */
	public Venue activate(String id, boolean active) {
		return change(id, Expected.ANY, (venue) -> (venue.active() != active)
				? venue.in(active ? State.ACTIVE : State.INACTIVE, now()) : venue);
	}

	/**
	 * Deletes a venue that has no shows to come; as with movies, looked for again
	 * afterwards.
	 * @param id the venue
	 * @param expected what the change was thought out for
	 */
	public void delete(String id, Expected expected) {
		State before = this.finding.any(id).state();
		Venue deleted = change(id, expected, (venue) -> {
			refuseWithFutureShows(id);
			return venue.in(State.DELETED, now());
		});
		try {
			refuseWithFutureShows(id);
		}
		catch (ApiException ex) {
			this.venues.stored().replace(deleted, deleted.in(before, now()));
			throw ex;
		}
	}

	void refuseToDropScreensInUse(Venue before, Venue after) {
		Set<String> dropped = new HashSet<>();
		before.details().screens().forEach((screen) -> dropped.add(screen.id()));
		after.details().screens().forEach((screen) -> dropped.remove(screen.id()));
		if (!dropped.isEmpty()) {
			dropped.retainAll(this.use.screensWithFutureShows(before.id()));
		}
		if (!dropped.isEmpty()) {
			throw new ApiException(HttpStatus.CONFLICT, "SCREEN_HAS_SHOWS",
					"Screens with shows to come cannot be removed: " + String.join(", ", dropped));
		}
	}

	private void refuseWithFutureShows(String id) {
		if (!this.use.screensWithFutureShows(id).isEmpty()) {
			throw new ApiException(HttpStatus.CONFLICT, "VENUE_HAS_SHOWS",
					"The venue has shows to come; cancel them first, or deactivate the venue");
		}
	}

	/** What hangs on it is told at once; if this process dies, the event does it. */
	private Venue told(Venue venue) {
		this.process.publishEvent(new VenueEdited(venue));
		return venue;
	}

	private Venue change(String id, Expected expected, UnaryOperator<Venue> change) {
		return OptimisticChange.apply(() -> this.finding.any(id), expected, change, this.venues.stored()::replace);
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
