package io.marquee.infra.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;

import com.mongodb.MongoException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random documents, changes and queries have the same outcome in a collection with many
 * indexes and in one that can only be scanned.
 */
class SameAnswersTests {

	private static final List<Bson> INDEXES = List.of(Indexes.ascending("a"), Indexes.ascending("b"),
			Indexes.ascending("a", "b"), Indexes.compoundIndex(Indexes.ascending("b"), Indexes.descending("c")),
			Indexes.ascending("list"), Indexes.ascending("list", "a"), Indexes.ascending("items.x"),
			Indexes.ascending("items.x", "items.y"), Indexes.ascending("a", "items.x"), Indexes.ascending("sub.x"),
			Indexes.ascending("list.0"), Indexes.ascending("sub"), Indexes.descending("c"));

	private Random random = new Random(0);

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 6, 7 })
	void anIndexNeverChangesAnAnswer(long seed) {
		this.random = new Random(seed);
		try (MongoStore store = MongoStore.inMemory().start();
				MongoClient client = MongoClients.create(store.connectionString())) {
			MongoDatabase database = client.getDatabase("test");
			MongoCollection<Document> scanned = database.getCollection("scanned");
			MongoCollection<Document> indexed = database.getCollection("indexed");
			boolean sparse = seed % 2 == 0;
			createSomeIndexes(indexed, sparse);
			for (int round = 0; round < 150; round++) {
				change(scanned, indexed);
				if (round == 60) {
					createSomeIndexes(indexed, sparse);
				}
				if (round == 120) {
					indexed.dropIndex(indexed.listIndexes().into(new ArrayList<>()).getLast().getString("name"));
				}
				for (int i = 0; i < 4; i++) {
					compare(scanned, indexed);
				}
			}
		}
	}

	private void createSomeIndexes(MongoCollection<Document> collection, boolean sparse) {
		for (Bson index : INDEXES) {
			if (this.random.nextInt(3) > 0) {
				try {
					collection.createIndex(index, new IndexOptions().sparse(sparse));
				}
				catch (MongoException ex) {
					// Arrays side by side cannot be indexed together; the scan has none
					// then.
					assertThat(ex.getMessage()).contains("parallel arrays");
				}
			}
		}
	}

	private void compare(MongoCollection<Document> scanned, MongoCollection<Document> indexed) {
		Document query = query();
		Document sort = sort();
		int limit = this.random.nextInt(3) * this.random.nextInt(5);
		int skip = this.random.nextInt(4) == 0 ? 2 : 0;
		String description = query.toJson() + " sort " + sort.toJson() + " skip " + skip + " limit " + limit;
		assertThat(find(indexed, query, sort, skip, limit)).as(description)
			.isEqualTo(find(scanned, query, sort, skip, limit));
		assertThat(indexed.countDocuments(query)).as("count " + description).isEqualTo(scanned.countDocuments(query));
		List<Bson> pipeline = sort.isEmpty() ? List.of(Aggregates.match(query))
				: List.of(Aggregates.match(query), Aggregates.sort(sort), Aggregates.limit(Math.max(1, limit)));
		assertThat(indexed.aggregate(pipeline).into(new ArrayList<>())).as("aggregate " + description)
			.isEqualTo(scanned.aggregate(pipeline).into(new ArrayList<>()));
		assertThat(indexed.distinct("a", query, BsonValue.class).into(new ArrayList<>())).as("distinct " + description)
			.isEqualTo(scanned.distinct("a", query, BsonValue.class).into(new ArrayList<>()));
	}

	private static List<Document> find(MongoCollection<Document> collection, Document query, Document sort, int skip,
			int limit) {
		FindIterable<Document> found = collection.find(query).skip(skip).limit(limit);
		return (sort.isEmpty() ? found : found.sort(sort)).into(new ArrayList<>());
	}

	private void change(MongoCollection<Document> scanned, MongoCollection<Document> indexed) {
		int kind = this.random.nextInt(10);
		Document query = query();
		Document update = update();
		if (kind < 5) {
			Document document = document();
			// What only an index refuses must not reach the scanned collection.
			if (outcome(() -> indexed.insertOne(new Document(document))).isEmpty()) {
				scanned.insertOne(new Document(document));
			}
			return;
		}
		Outcome change = switch (kind) {
			case 5 -> (collection) -> collection.updateOne(query, update).getModifiedCount();
			case 6 -> (collection) -> collection.findOneAndUpdate(query, update,
					new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER).sort(new Document("a", 1)));
			case 7 -> (collection) -> collection.deleteOne(query).getDeletedCount();
			case 8 -> (collection) -> collection.findOneAndDelete(query);
			default -> (collection) -> collection.replaceOne(query, new Document("a", 3).append("list", List.of(1)))
				.getModifiedCount();
		};
		List<Object> result = new ArrayList<>();
		if (outcome(() -> result.add(change.of(indexed))).isEmpty()) {
			assertThat(result.getFirst()).as("%s %s", query, update).isEqualTo(change.of(scanned));
		}
	}

	private static String outcome(Runnable action) {
		try {
			action.run();
			return "";
		}
		catch (MongoException ex) {
			assertThat(ex.getMessage()).containsAnyOf("parallel arrays", "Cannot", "must be an array", "not viable",
					"path");
			return ex.getMessage();
		}
	}

	private Document document() {
		Document document = new Document("_id", new ObjectId());
		maybe(document, "a", scalar());
		maybe(document, "b", scalar());
		maybe(document, "c", new Date(1000L * this.random.nextInt(5)));
		maybe(document, "list", this.random.nextInt(4) == 0 ? scalar() : list());
		maybe(document, "sub", new Document("x", scalar()));
		List<Object> items = new ArrayList<>();
		for (int i = this.random.nextInt(4); i > 0; i--) {
			Document item = new Document();
			maybe(item, "x", this.random.nextInt(5) == 0 ? list() : scalar());
			maybe(item, "y", scalar());
			items.add((this.random.nextInt(12) == 0) ? scalar() : item);
		}
		maybe(document, "items", items);
		return document;
	}

	private void maybe(Document document, String name, Object value) {
		if (this.random.nextInt(5) > 0) {
			document.append(name, value);
		}
	}

	private List<Object> list() {
		List<Object> list = new ArrayList<>();
		for (int i = this.random.nextInt(4); i > 0; i--) {
			list.add(scalar());
		}
		return list;
	}

	private Object scalar() {
		return switch (this.random.nextInt(14)) {
			case 0 -> null;
			case 1 -> "x";
			case 2 -> "y";
			case 3 -> 1.0;
			case 4 -> 2L;
			case 5 -> Decimal128.parse("2");
			case 6 -> 2.5;
			case 7 -> (1L << 53) + 1;
			case 8 -> (double) (1L << 53);
			case 9 -> true;
			case 10 -> Date.from(Instant.ofEpochSecond(this.random.nextInt(3)));
			default -> this.random.nextInt(4);
		};
	}

	private Document query() {
		Document query = new Document();
		List<String> paths = List.of("a", "b", "c", "list", "items.x", "items.y", "sub.x", "list.0", "sub",
				"items.0.x");
		for (int i = this.random.nextInt(3); i >= 0; i--) {
			query.append(paths.get(this.random.nextInt(paths.size())), demand());
		}
		return switch (this.random.nextInt(8)) {
			case 0 -> new Document("$and", List.of(query, new Document("a", demand()), new Document("list", demand()),
					new Document("list", demand())));
			case 1 -> new Document("$or", List.of(query, new Document("a", demand())));
			default -> query;
		};
	}

	private Object demand() {
		return switch (this.random.nextInt(14)) {
			case 0 -> new Document("$in", Arrays.asList(scalar(), scalar(), scalar()));
			case 1 -> new Document("$gt", scalar());
			case 2 -> new Document("$gte", scalar());
			case 3 -> new Document("$lt", scalar());
			case 4 -> new Document("$lte", scalar());
			case 5 -> new Document("$gte", scalar()).append("$lt", scalar());
			case 6 -> new Document("$exists", this.random.nextBoolean());
			case 7 -> new Document("$ne", scalar());
			case 8 -> new Document("$eq", scalar());
			case 9 -> new Document("x", scalar());
			default -> scalar();
		};
	}

	private Document sort() {
		Document sort = new Document();
		List<String> paths = List.of("a", "b", "c", "sub.x", "_id");
		for (int i = this.random.nextInt(3); i > 0; i--) {
			sort.append(paths.get(this.random.nextInt(paths.size())), this.random.nextBoolean() ? 1 : -1);
		}
		return sort;
	}

	private Document update() {
		return switch (this.random.nextInt(7)) {
			case 0 -> new Document("$set", new Document("a", scalar()));
			case 1 -> new Document("$unset", new Document("a", 1).append("list", 1));
			case 2 -> new Document("$push", new Document("items", new Document("x", scalar()).append("y", scalar())));
			case 3 -> new Document("$pull", new Document("items", new Document("x", scalar())));
			case 4 -> new Document("$set", new Document("list", list()).append("sub.x", scalar()));
			case 5 -> new Document("$addToSet", new Document("list", scalar()));
			default -> new Document("$set", new Document("b", scalar()).append("c", new Date(2000)));
		};
	}

	/** A change, and what it says it did. */
	@FunctionalInterface
	private interface Outcome {

		Object of(MongoCollection<Document> collection);

	}

}
