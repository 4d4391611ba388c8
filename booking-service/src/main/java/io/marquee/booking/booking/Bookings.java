package io.marquee.booking.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.marquee.platform.events.OutboxEntries;
import io.marquee.platform.events.OutboxRelay;
import io.marquee.platform.web.ApiException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

import static org.springframework.data.mongodb.core.query.Criteria.where;

/**
 * All bookings. A change is one update, conditional on the version its snapshot had; the
 * unique index on {@code claims} refuses what would sell a seat twice.
 */
@Repository
class Bookings {

	static final String COLLECTION = "bookings";

	private static final int PATIENCE = 20;

	private final MongoTemplate mongo;

	private final OutboxEntries outbox;

	private final OutboxRelay relay;

	private final BookingMetrics metrics;

	/**
	 * Snapshots of recent holds spare the confirmation a read. They decide nothing: a
	 * change made from a stale one fails on its version and is made again from the store.
	 */
	private final Cache<BookingId, Booking> recent = Caffeine.newBuilder()
		.maximumSize(5_000)
		.expireAfterWrite(Duration.ofMinutes(2))
		.build();

	Bookings(MongoTemplate mongo, OutboxEntries outbox, OutboxRelay relay, BookingMetrics metrics) {
		this.mongo = mongo;
		this.outbox = outbox;
		this.relay = relay;
		this.metrics = metrics;
	}

	/**
	 * Adds a new hold: all its seats or nothing.
	 * @throws DuplicateKeyException if a claim, the id or the code is taken
	 */
	void add(Booking booking) {
		Document document = document(booking);
		document.put("outbox", List.of(event(booking, BookingEventType.HELD)));
		this.mongo.execute(COLLECTION, (collection) -> collection.insertOne(document));
		published(booking, BookingEventType.HELD);
	}

	Optional<Booking> find(BookingId id) {
		return Optional.ofNullable(this.mongo.findById(id.value(), Booking.class, COLLECTION));
	}

	Optional<Booking> find(BookingCode code) {
		return Optional
			.ofNullable(this.mongo.findOne(Query.query(where("code").is(code.value())), Booking.class, COLLECTION));
	}

	/**
	 * Takes a step with a booking, again and again as long as others are faster.
	 * @throws DuplicateKeyException if the step claims what is taken
	 */
	Change change(BookingId id, Function<Booking, Change> step) {
		Booking known = this.recent.getIfPresent(id);
		for (int i = 0; i < PATIENCE; i++) {
			Change change = attempt(known, id, step);
			if (change != null) {
				return change;
			}
			known = null;
		}
		throw BookingProblems.busy();
	}

	private @Nullable Change attempt(@Nullable Booking known, BookingId id, Function<Booking, Change> step) {
		if (known == null) {
			Change change = step.apply(find(id).orElseThrow(BookingProblems::notFound));
			return (change.isNone() || commit(change)) ? change : null;
		}
		try {
			Change change = step.apply(known);
			return (!change.isNone() && commit(change)) ? change : null;
		}
		catch (IllegalTransitionException | ApiException ex) {
			// Perhaps only because the snapshot is old.
			return null;
		}
	}

	private boolean commit(Change change) {
		Booking after = change.after();
		Query unchanged = Query.query(where("_id").is(after.id().value()).and("version").is(change.before().version()));
		Update update = update(after.progress());
		if (change.event() != null) {
			update.push("outbox", event(after, change.event()));
		}
		boolean committed = this.mongo.updateFirst(unchanged, update, COLLECTION).getMatchedCount() == 1;
		if (committed) {
			published(after, change.event());
		}
		else {
			this.recent.invalidate(after.id());
		}
		return committed;
	}

	List<Booking> claiming(Collection<String> claims) {
		return this.mongo.find(Query.query(where("claims").in(claims)), Booking.class, COLLECTION);
	}

	/** Bookings of a show that hold or own seats. */
	List<BookingId> live(String showId) {
		return ids(Query.query(where("occupies").is(showId)));
	}

	/** Bookings of a show that somebody began to pay and whose hold ran out. */
	List<BookingId> expiredWhilePaying(String showId) {
		return ids(Query.query(where("show._id").is(showId)
			.and("status")
			.is(BookingStatus.EXPIRED.name())
			.and("payment.state")
			.is(Payment.State.OPEN.name())));
	}

	private List<BookingId> ids(Query query) {
		query.fields().include("_id");
		return this.mongo.find(query, Document.class, COLLECTION)
			.stream()
			.map((document) -> new BookingId(document.getString("_id")))
			.toList();
	}

	/** Seats that are held or owned, and since the last look only those. */
	List<Occupation> occupying(String showId) {
		Query query = Query.query(where("occupies").is(showId));
		query.fields().include("seats.seat", "status", "holdExpiresAt");
		return this.mongo.find(query, Document.class, COLLECTION)
			.stream()
			.map((document) -> new Occupation(
					document.getList("seats", Document.class).stream().map((seat) -> seat.getString("seat")).toList(),
					BookingStatus.valueOf(document.getString("status")), document.getDate("holdExpiresAt").toInstant()))
			.toList();
	}

	/** Somebody's bookings in the order they were made. */
	List<Booking> ofOwner(String userId, @Nullable BookingId after, int limit) {
		Criteria owned = where("userId").is(userId);
		return find(Query.query((after != null) ? owned.and("_id").gt(after.value()) : owned)
			.with(Sort.by("_id"))
			.limit(limit));
	}

	/**
	 * Makes a booking nobody's, unless it has changed meanwhile. As the version is
	 * another one then, whoever has the booking under way takes their step again.
	 */
	void disown(Booking booking, String nobody) {
		Progress progress = booking.progress();
		Update update = new Update().set("userId", nobody).inc("version", 1);
		if (progress.claims() != null) {
			update.set("claims", Claims.of(booking.show().id(), booking.seatNames(), nobody, progress.places()));
		}
		if (progress.cancellation() != null && booking.userId().equals(progress.cancellation().by())) {
			update.set("cancellation.by", nobody);
		}
		this.mongo.updateFirst(Query.query(where("_id").is(booking.id().value()).and("version").is(booking.version())),
				update, COLLECTION);
		this.recent.invalidate(booking.id());
	}

	boolean anyConfirmed(String userId) {
		return this.mongo.exists(Query.query(where("userId").is(userId).and("status").is(BookingStatus.CONFIRMED)),
				COLLECTION);
	}

	List<BookingId> due(Instant now, int limit) {
		return ids(Query.query(where("due").lte(now)).with(Sort.by("due")).limit(limit));
	}

	long countHolds(Instant now) {
		return this.mongo.count(Query.query(where("due").gt(now).and("status").is(BookingStatus.HELD)), COLLECTION);
	}

	List<Booking> find(Query query) {
		return this.mongo.find(query, Booking.class, COLLECTION);
	}

	/** The bookings behind the seats of a show that are not free. */
	List<Booking> holding(String showId) {
		return find(Query.query(where("occupies").is(showId)));
	}

	private void published(Booking booking, @Nullable BookingEventType event) {
		if (booking.status() == BookingStatus.HELD || booking.status() == BookingStatus.PAYING) {
			this.recent.put(booking.id(), booking);
		}
		else {
			this.recent.invalidate(booking.id());
		}
		if (event != null) {
			this.metrics.happened(event);
			this.relay.publishSoon(COLLECTION, booking.id().value());
		}
	}

	private Document event(Booking booking, BookingEventType type) {
		return document(this.outbox.of(type.type(), booking.id().value(), BookingEvent.of(booking)));
	}

	private Document document(Object value) {
		Document document = new Document();
		this.mongo.getConverter().write(value, document);
		document.remove("_class");
		return document;
	}

	private static Update update(Progress progress) {
		Update update = new Update().set("status", progress.status())
			.set("version", progress.version())
			.set("payment", progress.payment())
			.set("ledger", progress.ledger())
			.set("places", progress.places())
			.set("updatedAt", progress.updatedAt());
		// A sparse index holds what is present: absent is not the same as null.
		setOrUnset(update, "claims", progress.claims());
		setOrUnset(update, "occupies", progress.occupies());
		setOrUnset(update, "due", progress.due());
		setOrUnset(update, "confirmedAt", progress.confirmedAt());
		setOrUnset(update, "cancellation", progress.cancellation());
		setOrUnset(update, "refund", progress.refund());
		setOrUnset(update, "admission", progress.admission());
		return update;
	}

	private static void setOrUnset(Update update, String field, @Nullable Object value) {
		if (value != null) {
			update.set(field, value);
		}
		else {
			update.unset(field);
		}
	}

	/** Seats that a booking holds or owns. */
	record Occupation(List<String> seats, BookingStatus status, Instant holdExpiresAt) {
	}

}
