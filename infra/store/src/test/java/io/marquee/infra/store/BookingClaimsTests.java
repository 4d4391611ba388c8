package io.marquee.infra.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.mongodb.DuplicateKeyException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The database is the only judge of a seat: the unique sparse index on the claims. */
class BookingClaimsTests {

	private final MongoStore store = MongoStore.inMemory().start();

	private final MongoClient client = MongoClients.create(this.store.connectionString());

	private final MongoCollection<Document> bookings = this.client.getDatabase("bookings").getCollection("bookings");

	@BeforeEach
	void index() {
		this.bookings.createIndex(Indexes.ascending("claims"), new IndexOptions().unique(true).sparse(true));
	}

	@AfterEach
	void close() {
		this.client.close();
		this.store.close();
	}

	@Test
	void parallelBookingsOfOverlappingSeatsWinDisjointSeats() throws Exception {
		List<Future<Boolean>> attempts = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < 200; i++) {
				int seat = i % 20;
				String id = "b" + i;
				attempts.add(threads.submit(() -> book(id, "s1:" + seat, "s1:" + (seat + 1) % 20)));
			}
		}
		Set<String> sold = new HashSet<>();
		int winners = 0;
		for (Document booking : this.bookings.find()) {
			winners++;
			booking.getList("claims", String.class).forEach((seat) -> assertThat(sold.add(seat)).isTrue());
		}
		int accepted = 0;
		for (Future<Boolean> attempt : attempts) {
			accepted += attempt.get() ? 1 : 0;
		}
		assertThat(winners).isEqualTo(accepted).isBetween(1, 10);
	}

	@Test
	void releaseFreesTheSeatsInTheSameUpdate() {
		assertThat(book("b1", "s1:A1", "s1:A2")).isTrue();
		assertThat(book("b2", "s1:A2", "s1:A3")).isFalse();
		Document released = this.bookings.findOneAndUpdate(
				Filters.and(Filters.eq("_id", "b1"), Filters.eq("status", "HELD")),
				Updates.combine(Updates.set("status", "EXPIRED"), Updates.unset("claims")),
				new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
		assertThat(released).isNotNull().doesNotContainKey("claims").containsEntry("status", "EXPIRED");
		assertThat(book("b2", "s1:A2", "s1:A3")).isTrue();
		assertThat(book("b3", "s1:A1")).isTrue();
	}

	@Test
	void aRefusedBookingLeavesNoTrace() {
		assertThat(book("b1", "s1:A2")).isTrue();
		assertThat(book("b2", "s1:A1", "s1:A2", "s1:A3")).isFalse();
		assertThat(this.bookings.countDocuments(Filters.eq("claims", "s1:A1"))).isZero();
		assertThat(this.bookings.countDocuments()).isEqualTo(1);
		assertThat(book("b2", "s1:A1", "s1:A3")).isTrue();
	}

	@Test
	void aRefusedChangeLeavesTheOldClaims() {
		book("b1", "s1:A1");
		book("b2", "s1:A2");
		assertThatExceptionOfType(MongoCommandException.class)
			.isThrownBy(() -> this.bookings.findOneAndUpdate(Filters.eq("_id", "b2"),
					Updates.set("claims", List.of("s1:A3", "s1:A1"))))
			.satisfies((ex) -> assertThat(ex.getErrorCode()).isEqualTo(11000));
		assertThat(book("b3", "s1:A3")).isTrue();
		assertThat(book("b4", "s1:A2")).isFalse();
	}

	@Test
	void theErrorNamesIndexAndKey() {
		book("b1", "s1:A1");
		assertThatExceptionOfType(MongoWriteException.class)
			.isThrownBy(() -> this.bookings.insertOne(new Document("claims", List.of("s1:A0", "s1:A1"))))
			.satisfies((ex) -> assertThat(ex.getError().getCode()).isEqualTo(11000))
			.withMessageContaining("bookings.bookings")
			.withMessageContaining("claims_1")
			.withMessageContaining("s1:A1");
	}

	@Test
	void aDeletedBookingFreesItsSeats() {
		book("b1", "s1:A1");
		this.bookings.deleteOne(Filters.eq("_id", "b1"));
		assertThat(book("b2", "s1:A1")).isTrue();
	}

	@Test
	void bookingsWithoutClaimsDoNotCollide() {
		this.bookings.insertOne(new Document("_id", "b1"));
		this.bookings.insertOne(new Document("_id", "b2"));
		assertThat(this.bookings.countDocuments()).isEqualTo(2);
	}

	@Test
	void anUpsertThatCollidesChangesNothing() {
		book("b1", "s1:A1");
		assertThatExceptionOfType(MongoWriteException.class)
			.isThrownBy(() -> this.bookings.updateOne(Filters.eq("_id", "b2"),
					Updates.set("claims", List.of("s1:A1", "s1:A2")), new UpdateOptions().upsert(true)));
		assertThat(this.bookings.find(Filters.eq("_id", "b2")).first()).isNull();
		assertThat(book("b3", "s1:A2")).isTrue();
	}

	private boolean book(String id, String... seats) {
		try {
			this.bookings.insertOne(new Document("_id", id).append("status", "HELD").append("claims", List.of(seats)));
			return true;
		}
		catch (MongoWriteException | DuplicateKeyException ex) {
			return false;
		}
	}

}
