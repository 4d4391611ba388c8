package io.marquee.catalog.show;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.bson.Document;

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
	 * Counts the seats of a booking as taken, once. When a show is over, nobody counts
	 * any more.
	 * @param showId the show
	 * @param bookingId the booking
	 * @param seats how many seats
	 */
	public void take(String showId, String bookingId, int seats) {
		Query notCounted = new Query(
				Criteria.where("_id").is(showId).and("takenBy").ne(bookingId).and("status").ne(ShowStatus.COMPLETED));
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

	/** What the counting of seats needs goes with the show's last seat. */
	boolean replace(Show before, Show after) {
		return (after.status() == ShowStatus.COMPLETED) ? this.stored.replace(before, after, "takenBy")
				: this.stored.replace(before, after);
	}

	/** How many seats are taken of each show. */
	List<Integer> seatsTaken(Criteria criteria) {
		Query query = new Query(criteria);
		query.fields().include("seatsTaken");
		return this.mongo.find(query, Document.class, this.mongo.getCollectionName(Show.class))
			.stream()
			.map((show) -> show.get("seatsTaken", 0))
			.toList();
	}

	/** Shows that are over and do not say so yet. */
	List<String> over(Instant now, int most) {
		Query query = new Query(Criteria.where("status").is(ShowStatus.SCHEDULED).and("endsAt").lte(now)).limit(most);
		query.fields().include("_id");
		return this.mongo.find(query, Document.class, this.mongo.getCollectionName(Show.class))
			.stream()
			.map((show) -> show.getString("_id"))
			.toList();
	}

	Aggregates<Show> stored() {
		return this.stored;
	}

	static Criteria toCome(Instant now) {
		return Criteria.where("status").is(ShowStatus.SCHEDULED).and("startsAt").gt(now);
	}

}
