package io.marquee.catalog.venue;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

import io.marquee.catalog.store.Aggregates;
import io.marquee.catalog.store.State;
import io.marquee.platform.events.OutboxEntries;
import io.marquee.platform.events.OutboxRelay;

/**
 * The venues.
 */
@Repository
public class Venues {

	private final Aggregates<Venue> stored;

	Venues(MongoTemplate mongo, OutboxRelay relay, OutboxEntries events) {
		this.stored = new Aggregates<>(mongo, relay, Venue.class, Set.of(),
				(venue) -> events.of(VenueChanged.TYPE, venue.id(), VenueChanged.of(venue)));
	}

	/**
	 * Finds a venue that is not deleted.
	 * @param id its id
	 * @return the venue
	 */
	public Optional<Venue> find(String id) {
		return this.stored.find(id).filter((venue) -> venue.state() != State.DELETED);
	}

	/**
	 * Adds those that are not there yet.
	 * @param venues the venues
	 * @return how many were added
	 */
	public int addMissing(Collection<Venue> venues) {
		return this.stored.addMissing(venues);
	}

	Aggregates<Venue> stored() {
		return this.stored;
	}

}
