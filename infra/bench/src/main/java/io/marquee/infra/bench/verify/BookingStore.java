package io.marquee.infra.bench.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The bookings of one database, read past the service. */
final class BookingStore implements AutoCloseable {

	private static final Duration POLL = Duration.ofMillis(250);

	/** Nothing is decided any more while only such are due: nobody knows of a charge. */
	private static final Bson UNKNOWN_TO_PROVIDER = Filters.and(Filters.eq("status", "EXPIRED"),
			Filters.eq("payment.state", "OPEN"), Filters.gte("payment.checks", 2));

	private final MongoClient client;

	private final MongoCollection<Document> bookings;

	BookingStore(String uri, String database) {
		this.client = MongoClients.create(uri);
		this.bookings = this.client.getDatabase(database).getCollection("bookings");
	}

	/**
	 * Waits until nothing is under way any more.
	 * @return how many bookings are still not settled; none, if all went well
	 */
	long awaitSettled(Duration patience) throws InterruptedException {
		Instant deadline = Instant.now().plus(patience);
		long left = unsettled();
		while (left > 0 && Instant.now().isBefore(deadline)) {
			Thread.sleep(POLL);
			left = unsettled();
		}
		return left;
	}

	private long unsettled() {
		return this.bookings.countDocuments(Filters.or(Filters.exists("outbox.0"),
				Filters.and(Filters.exists("due"), Filters.nor(UNKNOWN_TO_PROVIDER))));
	}

	List<StoredBooking> all() {
		return this.bookings.find().map(StoredBooking::of).into(new ArrayList<>());
	}

	@Override
	public void close() {
		this.client.close();
	}

}
