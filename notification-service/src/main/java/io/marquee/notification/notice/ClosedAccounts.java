package io.marquee.notification.notice;

import java.time.Clock;
import java.time.Duration;

import io.marquee.platform.mongo.CollectionIndexes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * The ids of accounts that were closed, and nothing else of them, for as long as an event
 * about them may still come.
 */
@Repository
class ClosedAccounts {

	/** What an owner's id begins with when the owner's account was closed. */
	private static final String NOBODY = "closed-";

	/** Several times as long as topics keep events. */
	private static final Duration REMEMBERED = Duration.ofDays(30);

	private static final String COLLECTION = "closed_accounts";

	private final MongoTemplate mongo;

	private final Clock clock;

	ClosedAccounts(MongoTemplate mongo, Clock clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	void add(String userId) {
		this.mongo.upsert(Query.query(Criteria.where("_id").is(userId)),
				new Update().setOnInsert("closedAt", this.clock.instant()), COLLECTION);
		this.mongo.remove(Query.query(Criteria.where("closedAt").lt(this.clock.instant().minus(REMEMBERED))),
				COLLECTION);
	}

	boolean contains(String userId) {
		return userId.startsWith(NOBODY)
				|| this.mongo.exists(Query.query(Criteria.where("_id").is(userId)), COLLECTION);
	}

	@Configuration(proxyBeanMethods = false)
	static class Indexes {

		@Bean
		CollectionIndexes closedAccountIndexes() {
			return CollectionIndexes.of(COLLECTION, new Index("closedAt", Sort.Direction.ASC));
		}

	}

}
