package io.marquee.booking.booking;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

import static org.springframework.data.mongodb.core.query.Criteria.where;

/** Reads the money side of many bookings, batch by batch. */
@Repository
public class BookingAccounts {

	private static final byte[] FIRST = new byte[16];

	private final MongoTemplate mongo;

	BookingAccounts(MongoTemplate mongo) {
		this.mongo = mongo;
	}

	/**
	 * Bookings made in a window of time, in their order. Their ids begin with their time,
	 * so the primary index serves.
	 * @param from the first of its times
	 * @param to the first time after it
	 * @param after the last booking of the batch before, none at first
	 * @param limit how many at most
	 * @return the next batch
	 */
	public List<BookingAccount> madeBetween(Instant from, Instant to, @Nullable BookingId after, int limit) {
		Criteria window = where("_id").lt(BookingId.of(to, FIRST).value());
		window = (after != null) ? window.gt(after.value()) : window.gte(BookingId.of(from, FIRST).value());
		return accounts(Query.query(window).with(Sort.by("_id")).limit(limit));
	}

	/**
	 * The bookings of some payments.
	 * @param paymentIds ids of payments, or what claims to be
	 * @return the bookings there are
	 */
	public List<BookingAccount> ofPayments(Collection<String> paymentIds) {
		List<String> ids = paymentIds.stream()
			.flatMap((payment) -> BookingId.ofPayment(payment).stream())
			.map(BookingId::value)
			.toList();
		return accounts(Query.query(where("_id").in(ids)));
	}

	private List<BookingAccount> accounts(Query query) {
		query.fields().exclude("seats", "claims", "places", "outbox");
		return this.mongo.find(query, Booking.class, Bookings.COLLECTION).stream().map(BookingAccount::of).toList();
	}

}
