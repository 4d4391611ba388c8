package io.marquee.offers.redemption;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

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
import org.springframework.stereotype.Service;

import static org.springframework.data.mongodb.core.query.Criteria.where;

/**
 * Makes the redemptions of closed accounts point at nobody: each gets a name of its own,
 * drawn by chance and written down nowhere else. The coupon's numbers stay taken. What is
 * to be done is written down first, and the account is looked at for some time on: a last
 * request can still be under way.
 */
@Service
public class ForgettingCustomers {

	private static final String COLLECTION = "closed_accounts";

	/** Longer than a token lives, with much to spare. */
	private static final Duration WATCH = Duration.ofMinutes(15);

	private static final int BATCH = 100;

	private static final Log log = LogFactory.getLog(ForgettingCustomers.class);

	private final MongoTemplate mongo;

	private final Redemptions redemptions;

	private final Clock clock;

	ForgettingCustomers(MongoTemplate mongo, Redemptions redemptions, Clock clock) {
		this.mongo = mongo;
		this.redemptions = redemptions;
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

	@Scheduled(initialDelayString = "PT2S", fixedDelayString = "PT2S")
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
		List<Redemption> owned = this.redemptions.ofCustomer(userId, "", BATCH);
		while (!owned.isEmpty()) {
			owned.forEach((redemption) -> this.redemptions.disown(redemption, "closed-" + UUID.randomUUID()));
			owned = this.redemptions.ofCustomer(userId, "", BATCH);
		}
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
					new Index("watchUntil", Sort.Direction.ASC).named("watched").sparse());
		}

	}

}
