package io.marquee.infra.bench.verify;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The bookings of one database, read past the service. */
final class BookingStore implements AutoCloseable {

	private static final Duration POLL = Duration.ofMillis(250);

	private static final Bson UNDER_WAY = Filters.or(Filters.exists("outbox.0"), Filters.exists("due"));

	private final MongoClient client;

	private final MongoCollection<Document> bookings;

	private final Path paymentJournal;

	BookingStore(String uri, String database, Path paymentJournal) {
		this.paymentJournal = paymentJournal;
		this.client = MongoClients.create(uri);
		this.bookings = this.client.getDatabase(database).getCollection("bookings");
	}

	/**
	 * Waits until nothing is under way any more, in all bookings or in those of one show.
	 * @return the bookings that are still not settled; none, if all went well
	 */
	List<String> awaitSettled(@Nullable String show, Duration patience) throws InterruptedException {
		Instant deadline = Instant.now().plus(patience);
		List<String> left = unsettled(show);
		while (!left.isEmpty() && Instant.now().isBefore(deadline)) {
			Thread.sleep(POLL);
			left = unsettled(show);
		}
		return left;
	}

	private List<String> unsettled(@Nullable String show) {
		List<Document> underWay = this.bookings.find(Filters.and(UNDER_WAY, of(show))).into(new ArrayList<>());
		Set<String> known = underWay.isEmpty() ? Set.of() : ProviderRecord.keys(this.paymentJournal);
		return underWay.stream().filter((booking) -> !isGivenUp(booking, known)).map(Document::toJson).toList();
	}

	/**
	 * A hold that ran out while it was being paid, by a request that died before it
	 * reached the provider: the service will go on asking for a day, and nothing will
	 * come of it.
	 */
	private static boolean isGivenUp(Document booking, Set<String> known) {
		String attempt = "pay_" + booking.getString("_id").substring(3) + "-"
				+ booking.get("payment", Document.class).getInteger("attempt");
		return booking.getString("status").equals("EXPIRED")
				&& booking.getList("outbox", Document.class, List.of()).isEmpty() && !known.contains(attempt);
	}

	/** All bookings, or those of one show. */
	List<StoredBooking> all(@Nullable String show) {
		return this.bookings.find(of(show)).map(StoredBooking::of).into(new ArrayList<>());
	}

	private static Bson of(@Nullable String show) {
		return (show != null) ? Filters.eq("show._id", show) : Filters.empty();
	}

	@Override
	public void close() {
		this.client.close();
	}

}
