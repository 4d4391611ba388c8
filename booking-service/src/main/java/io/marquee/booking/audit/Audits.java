package io.marquee.booking.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

import static org.springframework.data.mongodb.core.query.Criteria.where;

/** The latest reports, and whose turn it is to make one. */
@Repository
class Audits {

	private static final String COLLECTION = "audits";

	private static final String LEASES = "auditLeases";

	private static final String LEASE = "audit";

	/** Longer than one slice takes; who dies is followed after that. */
	private static final Duration LEASE_TIME = Duration.ofMinutes(5);

	private final MongoTemplate mongo;

	/** This process. */
	private final String holder = UUID.randomUUID().toString();

	Audits(MongoTemplate mongo) {
		this.mongo = mongo;
	}

	static String id(Instant begun) {
		return "aud_%014d".formatted(begun.toEpochMilli());
	}

	/** Adds a report and forgets old ones. */
	void add(AuditReport report, int kept) {
		this.mongo.insert(report, COLLECTION);
		Query old = Query.query(where("_id").exists(true)).with(newestFirst()).skip(kept).limit(1);
		old.fields().include("_id");
		Document first = this.mongo.findOne(old, Document.class, COLLECTION);
		if (first != null) {
			this.mongo.remove(Query.query(where("_id").lte(first.getString("_id"))), COLLECTION);
		}
	}

	Optional<AuditReport> latest() {
		List<AuditReport> reports = this.mongo.find(new Query().with(newestFirst()).limit(1), AuditReport.class,
				COLLECTION);
		return reports.stream().findFirst();
	}

	private static Sort newestFirst() {
		return Sort.by(Direction.DESC, "_id");
	}

	/**
	 * Takes the lease, or renews it.
	 * @return whether it is ours
	 */
	boolean lease(Instant now) {
		Instant time = now.truncatedTo(ChronoUnit.MILLIS);
		Update mine = new Update().set("holder", this.holder).set("until", time.plus(LEASE_TIME));
		if (update(where("_id").is(LEASE).and("holder").is(this.holder), mine)
				|| update(where("_id").is(LEASE).and("until").lt(time), mine)) {
			return true;
		}
		try {
			this.mongo.insert(
					new Document("_id", LEASE).append("holder", this.holder).append("until", time.plus(LEASE_TIME)),
					LEASES);
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	void release() {
		this.mongo.remove(Query.query(where("_id").is(LEASE).and("holder").is(this.holder)), LEASES);
	}

	private boolean update(Criteria which, Update update) {
		return this.mongo.updateFirst(Query.query(which), update, LEASES).getMatchedCount() == 1;
	}

}
