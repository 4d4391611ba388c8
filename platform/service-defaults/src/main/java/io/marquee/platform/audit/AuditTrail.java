package io.marquee.platform.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.marquee.platform.events.OutboxEntries;
import io.marquee.platform.events.OutboxRelay;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.springframework.data.mongodb.core.query.Criteria.where;

/**
 * The entries of this service. One is written before its action, and gets its outcome and
 * its event, in one update, after it; what a crash left without is given up by a sweep.
 * Every update asks for an entry without an outcome, so that several replicas may do all
 * of this at once.
 */
class AuditTrail {

	static final String COLLECTION = "auditTrail";

	static final String TOPIC = "marquee.audit.v1";

	private static final int BATCH = 200;

	private final MongoTemplate mongo;

	private final OutboxEntries events;

	private final OutboxRelay relay;

	private final AuditTrailSettings settings;

	private final Clock clock;

	private final MeterRegistry meters;

	private final String service;

	AuditTrail(MongoTemplate mongo, OutboxEntries events, OutboxRelay relay, AuditTrailSettings settings, Clock clock,
			MeterRegistry meters, String service) {
		this.mongo = mongo;
		this.events = events;
		this.relay = relay;
		this.settings = settings;
		this.clock = clock;
		this.meters = meters;
		this.service = service;
	}

	/**
	 * Writes down what is about to be done.
	 * @return the entry
	 * @throws org.springframework.dao.DataAccessException if it cannot be written: the
	 * action must not be done then
	 */
	AuditEntry begin(Actor actor, String action, Map<String, String> target, String address, @Nullable String traceId) {
		Instant now = now();
		return this.mongo.insert(new AuditEntry(AuditEntry.id(now), this.service, actor, action, target, now, address,
				traceId, now, null, List.of()), COLLECTION);
	}

	/**
	 * Writes down what became of it, once.
	 * @param affected ids of what else was acted on
	 */
	void end(AuditEntry entry, List<String> affected, Outcome outcome) {
		Update ended = new Update().unset("underWaySince")
			.set("endedAt", now())
			.push("outbox", this.events.of(AuditRecorded.TYPE, entry.id(), AuditRecorded.of(entry, affected, outcome)));
		Query open = Query.query(where("_id").is(entry.id()).and("endedAt").exists(false));
		if (this.mongo.updateFirst(open, ended, COLLECTION).getMatchedCount() == 1) {
			this.relay.publishSoon(COLLECTION, entry.id());
			this.meters
				.counter("marquee.audit.trail.actions", "result", outcome.result().name().toLowerCase(Locale.ROOT))
				.increment();
		}
	}

	/** Gives up entries whose process died, and removes those that have long arrived. */
	void sweep() {
		Instant now = now();
		this.mongo
			.find(Query.query(where("underWaySince").lt(now.minus(this.settings.abandoned()))).limit(BATCH),
					AuditEntry.class, COLLECTION)
			.forEach((entry) -> end(entry, List.of(), Outcome.UNKNOWN));
		this.mongo.remove(Query.query(where("endedAt").lt(now.minus(this.settings.kept())).and("outbox").size(0)),
				COLLECTION);
	}

	/** As exact as the database keeps it. */
	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
