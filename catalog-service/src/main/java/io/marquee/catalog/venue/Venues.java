package io.marquee.catalog.venue;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

import io.marquee.catalog.store.Aggregates;
import io.marquee.catalog.store.State;
import io.marquee.platform.events.OutboxEntries;
import io.marquee.platform.events.OutboxRelay;
import io.marquee.platform.web.PageView;
import io.marquee.platform.web.Paging;

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
	 * How many venues there are.
	 * @return all that are not deleted
	 */
	public long count() {
		return this.stored.count(Criteria.where("state").in(State.ACTIVE, State.INACTIVE));
	}

	/**
	 * Adds those that are not there yet.
	 * @param venues the venues
	 * @return how many were added
	 */
	public int addMissing(Collection<Venue> venues) {
		return this.stored.addMissing(venues);
	}

	PageView<Venue> page(Criteria criteria, Sort sort, Paging paging) {
		return PageView.of(this.stored.page(criteria, sort, paging), paging, this.stored.count(criteria));
	}

	List<Venue> all(Criteria criteria) {
		return this.stored.all(criteria, Sort.unsorted());
	}

	Aggregates<Venue> stored() {
		return this.stored;
	}

}
