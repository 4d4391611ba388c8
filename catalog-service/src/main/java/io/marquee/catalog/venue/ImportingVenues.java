package io.marquee.catalog.venue;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Service;

import io.marquee.catalog.store.Change;
import io.marquee.catalog.store.State;
import io.marquee.platform.web.ApiException;

/**
 * Many venues at once, in and out.
 */
@Service
public class ImportingVenues {

	private final Venues venues;

	private final ChangingVenues changing;

	private final Clock clock;

	ImportingVenues(Venues venues, ChangingVenues changing, Clock clock) {
		this.venues = venues;
		this.changing = changing;
		this.clock = clock;
	}

	/**
	 * Finds venues by external id, or by id if they have none.
	 * @param names the ids
	 * @return those that are there, deleted ones included, by the id they were found by
	 */
	public Map<String, Venue> find(Collection<String> names) {
		return this.venues.stored().named("details.externalId", (venue) -> venue.details().externalId(), names);
	}

	/**
	 * Finds venues that something else refers to.
	 * @param names external ids, or ids
	 * @return those that are there and not deleted, by the id they were found by
	 */
	public Map<String, Venue> referredTo(Collection<String> names) {
		Map<String, Venue> found = find(names);
		found.putAll(this.venues.stored().all(names.stream().filter((name) -> !found.containsKey(name)).toList()));
		found.values().removeIf(Venue::deleted);
		return found;
	}

	/**
	 * What a venue comes to.
	 * @param before what is there; a deleted one comes back
	 * @param details what it should be
	 * @param active whether the public shall see it
	 * @return the venue, not stored; the one that is there if nothing is new
	 * @throws ApiException 409, {@code SCREEN_HAS_SHOWS}
	 */
	public Venue planned(@Nullable Venue before, VenueDetails details, boolean active) {
		State state = active ? State.ACTIVE : State.INACTIVE;
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		if (before == null) {
			return Venue.of(UUID.randomUUID().toString(), 0, details, state, now, now);
		}
		if (before.details().equals(details) && before.state() == state) {
			return before;
		}
		Venue after = Venue.of(before.id(), before.version() + 1, details, state, before.createdAt(), now);
		this.changing.refuseToDropScreensInUse(before, after);
		return after;
	}

	/**
	 * Writes what was planned. The events bring the shows up to date.
	 * @param changes the writes
	 * @return why not, by id, for those that were not written
	 */
	public Map<String, ApiException> write(List<Change<Venue>> changes) {
		return this.venues.stored().writeAll(changes);
	}

	/**
	 * All venues that are not deleted.
	 * @return the venues, to be closed
	 */
	public Stream<Venue> all() {
		return this.venues.stored().stream(Criteria.where("state").in(State.ACTIVE, State.INACTIVE));
	}

}
