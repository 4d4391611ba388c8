package io.marquee.catalog.venue;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

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
	 * @param details what is known of it
	 * @return the venue, active
	 */
	public Venue add(VenueDetails details) {
		Venue venue = Venue.add(UUID.randomUUID().toString(), details, now());
		this.venues.stored().add(venue);
		this.finding.changed();
		return venue;
	}

	/**
	 * Edits a venue. A screen with shows to come stays; its new layout counts for shows
	 * scheduled from now on.
	 * @param id the venue
	 * @param change from the details it has to those it should have
	 * @return the venue after the change
	 */
	public Venue edit(String id, UnaryOperator<VenueDetails> change) {
		Venue venue = change(id, (before) -> {
			Venue after = before.edited(change.apply(before.details()), now());
			refuseToDropScreensInUse(before, after);
			return after;
		});
		this.process.publishEvent(new VenueEdited(venue));
		return venue;
	}

	/**
	 * Hides an active venue, shows an inactive one.
	 * @param id the venue
	 * @return the venue after the change
	 */
	public Venue toggle(String id) {
		return change(id, (venue) -> venue.in(venue.active() ? State.INACTIVE : State.ACTIVE, now()));
	}

	/**
	 * Hides or shows a venue.
	 * @param id the venue
	 * @param active whether the public shall see it
	 * @return the venue after the change
	 */
	public Venue activate(String id, boolean active) {
		return change(id, (venue) -> (venue.active() != active)
				? venue.in(active ? State.ACTIVE : State.INACTIVE, now()) : venue);
	}

	/**
	 * Deletes a venue that has no shows to come; as with movies, looked for again
	 * afterwards.
	 * @param id the venue
	 */
	public void delete(String id) {
		State before = this.finding.any(id).state();
		refuseWithFutureShows(id);
		Venue deleted = change(id, (venue) -> venue.in(State.DELETED, now()));
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

	private Venue change(String id, UnaryOperator<Venue> change) {
		Venue venue = OptimisticChange.apply(() -> this.finding.any(id), change, this.venues.stored()::replace);
		this.finding.changed();
		return venue;
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
