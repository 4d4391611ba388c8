package io.marquee.booking.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import io.marquee.platform.idempotency.IdempotencyKeys;
import io.marquee.platform.mongo.CollectionIndexes;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import static org.springframework.data.mongodb.core.query.Criteria.where;

/**
 * Makes the bookings of closed accounts point at nobody. Each gets a name of its own,
 * drawn by chance and written down nowhere else; seats, money and tickets stay as they
 * are. As with {@link CancellingShows}, what is to be done is written down first, and the
 * account is looked at for some time on: a last request can still be under way.
 */
@Component
public class ForgettingCustomers {

	/** What the name of nobody begins with; other services know it by that. */
	static final String NOBODY = "closed-";

	private static final String COLLECTION = "closedAccounts";

	/** Longer than a token lives, with much to spare. */
	private static final Duration WATCH = Duration.ofMinutes(15);

	private static final int BATCH = 100;

	private static final Log log = LogFactory.getLog(ForgettingCustomers.class);

	private final MongoTemplate mongo;

	private final Bookings bookings;

	private final IdempotencyKeys keys;

	private final Clock clock;

	ForgettingCustomers(MongoTemplate mongo, Bookings bookings, IdempotencyKeys keys, Clock clock) {
		this.mongo = mongo;
		this.bookings = bookings;
		this.keys = keys;
		this.clock = clock;
	}

	/**
	 * Takes note that an account was closed; told again, it changes nothing.
	 * @param userId whose
	 */
	public void closed(String userId) {
		this.mongo.upsert(Query.query(where("_id").is(userId)),
				new Update().setOnInsert("watchUntil", now().plus(WATCH)), COLLECTION);
	}

	@Scheduled(initialDelayString = "${marquee.booking.closed-accounts-interval:2s}",
			fixedDelayString = "${marquee.booking.closed-accounts-interval:2s}")
	void sweep() {
		try {
			Query watched = Query.query(where("watchUntil").gt(Instant.EPOCH)).with(Sort.by("watchUntil"));
			this.mongo.find(watched, Document.class, COLLECTION)
				.forEach((account) -> forget(account.getString("_id"), account.getDate("watchUntil").toInstant()));
		}
		catch (DataAccessException ex) {
			log.warn("Closed accounts must wait, the database does not answer: " + ex.getMessage());
		}
	}

	private void forget(String userId, Instant watchUntil) {
		List<Booking> owned = this.bookings.ofOwner(userId, null, BATCH);
		while (!owned.isEmpty()) {
			owned.forEach((booking) -> this.bookings.disown(booking, NOBODY + UUID.randomUUID()));
			owned = this.bookings.ofOwner(userId, null, BATCH);
		}
		this.keys.forget(userId);
		if (now().isAfter(watchUntil)) {
			this.mongo.remove(Query.query(where("_id").is(userId)), COLLECTION);
		}
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	/** How closed accounts lie in the store. */
	@Configuration(proxyBeanMethods = false)
	static class Store {

		@Bean
		CollectionIndexes closedAccountIndexes() {
			return CollectionIndexes.of(COLLECTION,
					new Index().on("watchUntil", Sort.Direction.ASC).named("watched").sparse());
		}

	}

}
