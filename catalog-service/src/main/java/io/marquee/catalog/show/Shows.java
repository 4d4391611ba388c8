package io.marquee.catalog.show;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

import io.marquee.catalog.store.Aggregates;
import io.marquee.platform.events.OutboxEntries;
import io.marquee.platform.events.OutboxRelay;

/**
 * The shows.
 */
@Repository
public class Shows {

	private static final String[] NOT_IN_LISTS = { "layout", "slots", "takenBy" };

	private final MongoTemplate mongo;

	private final Aggregates<Show> stored;

	Shows(MongoTemplate mongo, OutboxRelay relay, OutboxEntries events) {
		this.mongo = mongo;
		this.stored = new Aggregates<>(mongo, relay, Show.class, Set.of("seatsTaken", "takenBy"),
				(show) -> events.of(ShowEvent.typeOf(show), show.id(), ShowEvent.of(show)), NOT_IN_LISTS);
	}

	/**
	 * Finds a show that is not removed.
	 * @param id its id
	 * @return the show
	 */
	public Optional<Show> find(String id) {
		return this.stored.find(id).filter((show) -> show.status() != ShowStatus.REMOVED);
	}

	/**
	 * Adds those that are not there yet and have their screen for themselves.
	 * @param shows the shows
	 * @return how many were added
	 */
	public int addMissing(Collection<Show> shows) {
		return this.stored.addMissing(shows);
	}

	/**
	 * Counts the seats of a booking as taken, once.
	 * @param showId the show
	 * @param bookingId the booking
	 * @param seats how many seats
	 */
	public void take(String showId, String bookingId, int seats) {
		Query notCounted = new Query(Criteria.where("_id").is(showId).and("takenBy").ne(bookingId));
		this.mongo.updateFirst(notCounted, new Update().push("takenBy", bookingId).inc("seatsTaken", seats),
				Show.class);
	}

	/**
	 * Gives the seats of a booking back, once.
	 * @param showId the show
	 * @param bookingId the booking
	 * @param seats how many seats
	 */
	public void giveBack(String showId, String bookingId, int seats) {
		Query counted = new Query(Criteria.where("_id").is(showId).and("takenBy").is(bookingId));
		this.mongo.updateFirst(counted, new Update().pull("takenBy", bookingId).inc("seatsTaken", -seats), Show.class);
	}

	List<Show> all(Criteria criteria, Sort sort) {
		return this.stored.all(criteria, sort, NOT_IN_LISTS);
	}

	List<String> distinct(String field, Criteria criteria) {
		return this.mongo.findDistinct(new Query(criteria), field, Show.class, String.class);
	}

	/** Not told as events: whoever cares has heard of the movie or the venue itself. */
	void refresh(Criteria criteria, String field, Object value) {
		this.mongo.updateMulti(new Query(criteria), new Update().set(field, value).inc("version", 1), Show.class);
	}

	Aggregates<Show> stored() {
		return this.stored;
	}

}
