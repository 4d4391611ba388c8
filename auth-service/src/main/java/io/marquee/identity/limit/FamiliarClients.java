package io.marquee.identity.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

/**
 * From where an account was signed in to lately.
 */
@Repository
class FamiliarClients {

	static final String COLLECTION = "familiarClients";

	private static final Duration REFRESHED_AFTER = Duration.ofDays(1);

	private final MongoOperations mongo;

	private final LimitKeys keys;

	private final LimitSettings settings;

	private final Clock clock;

	FamiliarClients(MongoOperations mongo, LimitKeys keys, LimitSettings settings, Clock clock) {
		this.mongo = mongo;
		this.keys = keys;
		this.settings = settings;
		this.clock = clock;
	}

	boolean contain(String accountAndClient) {
		return until(accountAndClient).isAfter(now());
	}

	void add(String accountAndClient) {
		Instant until = now().plus(this.settings.familiar());
		if (until(accountAndClient).isBefore(until.minus(REFRESHED_AFTER))) {
			this.mongo.upsert(query(where("_id").is(id(accountAndClient))), new Update().set("until", until),
					FamiliarClient.class);
		}
	}

	@Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
	void forget() {
		this.mongo.remove(query(where("until").lt(now())), FamiliarClient.class);
	}

	private Instant until(String accountAndClient) {
		FamiliarClient known = this.mongo.findById(id(accountAndClient), FamiliarClient.class);
		return (known != null) ? known.until() : Instant.EPOCH;
	}

	private String id(String accountAndClient) {
		return this.keys.nameOf("FAMILIAR", accountAndClient);
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	/**
	 * A client that an account was signed in to from.
	 *
	 * @param id keyed hash of both
	 * @param until when it is strange again
	 */
	@Document(COLLECTION)
	record FamiliarClient(@Id String id, Instant until) {

	}

}
