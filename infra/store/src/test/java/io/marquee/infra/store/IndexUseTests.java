package io.marquee.infra.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An indexed query reads as many documents among 20,000 as among 2,000. */
class IndexUseTests {

	private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

	private static MongoStore store;

	private static MongoClient client;

	private static MongoDatabase database;

	@BeforeAll
	static void fill() {
		store = MongoStore.inMemory().start();
		client = MongoClients.create(store.connectionString());
		database = client.getDatabase("bookings");
		fill(database.getCollection("small"), 2_000);
		fill(database.getCollection("large"), 20_000);
	}

	@AfterAll
	static void close() {
		client.close();
		store.close();
	}

	private static void fill(MongoCollection<Document> bookings, int size) {
		bookings.createIndex(Indexes.ascending("claims"), new IndexOptions().unique(true).sparse(true));
		bookings.createIndex(Indexes.compoundIndex(Indexes.ascending("userId"), Indexes.descending("createdAt")));
		bookings.createIndex(Indexes.ascending("status", "holdExpiresAt"));
		bookings.createIndex(Indexes.ascending("outbox._id"), new IndexOptions().sparse(true));
		bookings.createIndex(Indexes.ascending("createdAt"));
		bookings.createIndex(Indexes.ascending("provider", "externalId"), new IndexOptions().unique(true));
		bookings.insertMany(IntStream.range(0, size).mapToObj(IndexUseTests::booking).toList());
	}

	private static Document booking(int number) {
		// The first ten are the same in both collections: they are what is looked for.
		boolean special = number < 10;
		Document booking = new Document("_id", "b" + number).append("userId", special ? "u" : "u" + number / 10)
			.append("createdAt", Date.from(NOON.plusSeconds(number)))
			.append("status", special ? "HELD" : "CONFIRMED")
			.append("provider", "simulated")
			.append("externalId", number);
		if (special) {
			booking.append("holdExpiresAt", Date.from(NOON.plusSeconds(number)))
				.append("claims", List.of("s:A" + number, "s:B" + number))
				.append("outbox", List.of(new Document("_id", "e" + number), new Document("_id", "f" + number)));
		}
		else {
			booking.append("outbox", List.of());
		}
		return booking;
	}

	static List<Arguments> queries() {
		Date after3 = Date.from(NOON.plusSeconds(3));
		return List.of(Arguments.of("by primary key", Filters.eq("_id", "b3"), 1),
				Arguments.of("by primary key and status",
						Filters.and(Filters.eq("_id", "b3"), Filters.eq("status", "HELD")), 1),
				Arguments.of("by several primary keys", Filters.in("_id", "b3", "b4", "none"), 2),
				Arguments.of("by an element under a unique index", Filters.eq("claims", "s:A3"), 1),
				Arguments.of("by some elements", Filters.in("claims", "s:A3", "s:B3", "s:B4"), 2),
				Arguments.of("by all keys of a unique index and more",
						Filters.and(Filters.eq("externalId", 3), Filters.eq("provider", "simulated"),
								Filters.ne("status", "X")),
						1),
				Arguments.of("by a prefix", Filters.eq("userId", "u"), 10),
				Arguments.of("by a prefix and a range",
						Filters.and(Filters.eq("status", "HELD"), Filters.lt("holdExpiresAt", after3)), 4),
				Arguments.of("by a range from both sides",
						Filters.and(Filters.eq("status", "HELD"), Filters.gt("holdExpiresAt", after3),
								Filters.lte("holdExpiresAt", new Date(after3.getTime() + 2000))),
						3),
				Arguments.of("by a range alone", Filters.lte("createdAt", after3), 4),
				Arguments.of("by a document inside an array", Filters.eq("outbox._id", "f3"), 1),
				Arguments.of("by the presence of a sparse key", Filters.exists("outbox._id"), 10));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("queries")
	void aQueryReadsOnlyWhatItsIndexNames(String name, Bson query, int examined) {
		for (String collection : List.of("small", "large")) {
			Document explained = database.getCollection(collection)
				.find(query)
				.explain(ExplainVerbosity.EXECUTION_STATS);
			assertThat(stage(explained)).isEqualTo("IXSCAN");
			assertThat(examined(explained)).isEqualTo(examined);
		}
	}

	@Test
	void aSortedPageReadsOnlyThePage() {
		for (String collection : List.of("small", "large")) {
			MongoCollection<Document> bookings = database.getCollection(collection);
			assertThat(examined(bookings.find().sort(Sorts.ascending("createdAt")).limit(5))).isEqualTo(5);
			assertThat(examined(bookings.find()
				.sort(Sorts.orderBy(Sorts.descending("createdAt"), Sorts.ascending("_id")))
				.skip(5)
				.limit(5))).isEqualTo(10);
			assertThat(bookings.find(Filters.eq("userId", "u"))
				.sort(Sorts.descending("createdAt"))
				.limit(3)
				.map((found) -> found.getString("_id"))
				.into(new ArrayList<>())).containsExactly("b9", "b8", "b7");
			assertThat(examined(bookings.find(Filters.eq("userId", "u")).sort(Sorts.ascending("createdAt")).limit(3)))
				.isEqualTo(3);
		}
	}

	@Test
	void aSortedPageOfSeveralValuesIsMergedAndReadsOnlyThePage() {
		for (String collection : List.of("small", "large")) {
			MongoCollection<Document> bookings = database.getCollection(collection);
			Bson either = Filters.in("userId", "u", "u1", "u3", "none");
			assertThat(bookings.find(either)
				.sort(Sorts.descending("createdAt"))
				.skip(8)
				.limit(4)
				.map((found) -> found.getString("_id"))
				.into(new ArrayList<>())).containsExactly("b31", "b30", "b19", "b18");
			assertThat(bookings.find(either)
				.sort(Sorts.ascending("createdAt"))
				.skip(8)
				.limit(4)
				.map((found) -> found.getString("_id"))
				.into(new ArrayList<>())).containsExactly("b8", "b9", "b10", "b11");
			assertThat(examined(bookings.find(either).sort(Sorts.descending("createdAt")).skip(8).limit(4)))
				.isEqualTo(12);
			assertThat(bookings.find(Filters.in("userId", List.of())).sort(Sorts.ascending("createdAt")).limit(1))
				.isEmpty();
		}
	}

	@Test
	void aCountWithALimitReadsNoMoreThanThat() {
		for (String name : List.of("small", "large")) {
			MongoCollection<Document> bookings = database.getCollection(name);
			CountOptions most = new CountOptions().limit(100);
			Bson covered = Filters.eq("status", "CONFIRMED");
			Bson more = Filters.and(covered, Filters.gte("createdAt", Date.from(NOON.plusSeconds(1))));
			Bson twice = Filters.in("userId", "u", "u1", "u");
			assertThat(reads(() -> assertThat(bookings.countDocuments(covered, most)).isEqualTo(100))).isZero();
			assertThat(reads(() -> assertThat(bookings.countDocuments(more, most)).isEqualTo(100))).isBetween(100L,
					120L);
			assertThat(bookings.countDocuments(twice, most)).isEqualTo(20);
			assertThat(bookings.countDocuments(Filters.eq("userId", "u"), new CountOptions().limit(100))).isEqualTo(10);
			assertThat(bookings.countDocuments(Filters.in("claims", "s:A1", "s:B1"), new CountOptions().limit(100)))
				.isOne();
		}
	}

	@Test
	void changesAndCountsReadOnlyWhatTheirIndexNames() {
		for (String name : List.of("small", "large")) {
			MongoCollection<Document> bookings = database.getCollection(name);
			assertThat(reads(() -> bookings.updateOne(Filters.eq("claims", "s:A1"), Updates.set("x", 1)))).isOne();
			assertThat(reads(() -> bookings.findOneAndUpdate(
					Filters.and(Filters.eq("_id", "b1"), Filters.eq("status", "HELD")), Updates.set("x", 2))))
				.isOne();
			assertThat(reads(() -> bookings.countDocuments(Filters.eq("userId", "u")))).isEqualTo(10);
			assertThat(reads(() -> bookings
				.aggregate(List.of(Aggregates.match(Filters.eq("userId", "u")), Aggregates.group("$status")))
				.into(new ArrayList<>()))).isEqualTo(10);
			assertThat(reads(() -> bookings.countDocuments())).isZero();
			bookings.insertOne(new Document("_id", "gone").append("provider", "other"));
			assertThat(reads(() -> bookings.deleteOne(Filters.eq("_id", "gone")))).isOne();
		}
	}

	@Test
	void aQueryWithoutAnIndexIsScanned() {
		Document explained = database.getCollection("small").find(Filters.eq("other", 1)).explain();
		assertThat(stage(explained)).isEqualTo("COLLSCAN");
		assertThat(examined(explained)).isEqualTo(2_000);
	}

	private static long reads(Runnable action) {
		long before = store.documentsExamined();
		action.run();
		return store.documentsExamined() - before;
	}

	private static long examined(FindIterable<Document> find) {
		return examined(find.explain());
	}

	private static long examined(Document explained) {
		return explained.get("executionStats", Document.class).getLong("totalDocsExamined");
	}

	private static String stage(Document explained) {
		return explained.get("queryPlanner", Document.class).get("winningPlan", Document.class).getString("stage");
	}

}
