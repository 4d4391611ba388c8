package io.marquee.platform.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;

import static org.springframework.data.mongodb.core.query.Criteria.where;

/**
 * The keys seen in the last day. The insert of a key is what one of two requests wins.
 */
public class IdempotencyKeys {

	private static final Log log = LogFactory.getLog(IdempotencyKeys.class);

	static final String COLLECTION = "idempotency";

	private static final char SEPARATOR = '|';

	private static final Duration KEPT = Duration.ofHours(24);

	private final MongoTemplate mongo;

	private final Clock clock;

	private final Duration lease;

	IdempotencyKeys(MongoTemplate mongo, Clock clock, Duration lease) {
		this.mongo = mongo;
		this.clock = clock;
		this.lease = lease;
	}

	/** Begins a request, or says what became of the first one with this key. */
	Outcome begin(String user, String key, String hash) {
		Instant now = now();
		KeyedRequest request = new KeyedRequest(user + SEPARATOR + key, hash,
				new Seed(now, UUID.randomUUID().toString()), now.plus(this.lease), now.plus(KEPT), null);
		try {
			return new Begun(this.mongo.insert(request, COLLECTION));
		}
		catch (DuplicateKeyException ex) {
			KeyedRequest earlier = this.mongo.findById(request.id(), KeyedRequest.class, COLLECTION);
			return (earlier != null) ? after(earlier, request, now) : new Running();
		}
	}

	private Outcome after(KeyedRequest earlier, KeyedRequest request, Instant now) {
		if (earlier.expiresAt().isBefore(now)) {
			forget(now);
			return begin(request);
		}
		if (!earlier.hash().equals(request.hash())) {
			return new OtherRequest();
		}
		if (earlier.answer() != null) {
			return new Answered(earlier.answer());
		}
		if (earlier.leaseUntil() == null || now.isBefore(earlier.leaseUntil())) {
			return new Running();
		}
		// Whoever began it died: it is begun again, with the first one's seed.
		boolean taken = this.mongo
			.updateFirst(mine(earlier), new Update().set("leaseUntil", request.leaseUntil()), COLLECTION)
			.getMatchedCount() == 1;
		return taken ? new Begun(new KeyedRequest(earlier.id(), earlier.hash(), earlier.seed(), request.leaseUntil(),
				earlier.expiresAt(), null)) : new Running();
	}

	private Outcome begin(KeyedRequest request) {
		try {
			return new Begun(this.mongo.insert(request, COLLECTION));
		}
		catch (DuplicateKeyException ex) {
			return new Running();
		}
	}

	void answered(KeyedRequest request, KeyedRequest.Answer answer) {
		this.mongo.updateFirst(mine(request), new Update().set("answer", answer).unset("leaseUntil"), COLLECTION);
	}

	/** Lets the request be tried again: what it came to is not an answer to be kept. */
	void release(KeyedRequest request) {
		this.mongo.remove(mine(request), COLLECTION);
	}

	/**
	 * Forgets a user's keys with their answers.
	 * @param user whose
	 */
	public void forget(String user) {
		this.mongo.remove(Query.query(where("_id").gte(user + SEPARATOR).lt(user + (char) (SEPARATOR + 1))),
				COLLECTION);
	}

	@Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
	void forget() {
		try {
			forget(now());
		}
		catch (DataAccessException ex) {
			log.debug("Old keys stay a little longer", ex);
		}
	}

	private void forget(Instant now) {
		this.mongo.remove(Query.query(where("expiresAt").lt(now)), COLLECTION);
	}

	private static Query mine(KeyedRequest request) {
		return Query.query(where("_id").is(request.id()).and("leaseUntil").is(request.leaseUntil()));
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	/** What a key came to. */
	sealed interface Outcome {

	}

	/** This request is the one that runs. */
	record Begun(KeyedRequest request) implements Outcome {
	}

	/** The first one was answered. */
	record Answered(KeyedRequest.Answer answer) implements Outcome {
	}

	/** The first one still runs. */
	record Running() implements Outcome {
	}

	/** The first one was another request. */
	record OtherRequest() implements Outcome {
	}

}
