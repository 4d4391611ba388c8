package io.marquee.infra.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.mongodb.DuplicateKeyException;
import com.mongodb.MongoNamespace;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** What a store on disk still knows when it is opened again. */
class DiskStoreTests {

	@TempDir
	private Path directory;

	@Test
	void documentsAndIndexesAreBackAfterARestart() {
		use((database) -> {
			MongoCollection<Document> bookings = database.getCollection("bookings");
			bookings.createIndex(Indexes.ascending("claims"), new IndexOptions().unique(true).sparse(true));
			bookings.createIndex(Indexes.ascending("outbox._id"));
			bookings.insertOne(booking("b1", "s:A1", "s:A2"));
			bookings.insertOne(booking("b2", "s:A3"));
			bookings.updateOne(Filters.eq("_id", "b2"), Updates.unset("claims"));
			bookings.updateOne(Filters.eq("_id", "b1"), Updates.push("outbox", new Document("_id", "e1")));
			bookings.updateOne(Filters.eq("_id", "b1"), Updates.push("outbox", new Document("_id", "e2")));
			bookings.updateOne(Filters.eq("_id", "b1"), Updates.pull("outbox", new Document("_id", "e1")));
		});
		use((database) -> {
			MongoCollection<Document> bookings = database.getCollection("bookings");
			assertThat(bookings.listIndexes().map((index) -> index.getString("name")).into(new ArrayList<>()))
				.containsExactly("_id_", "claims_1", "outbox._id_1");
			assertThat(ids(bookings, "outbox._id", "e2")).containsExactly("b1");
			assertThat(ids(bookings, "outbox._id", "e1")).isEmpty();
			assertThat(bookings.find(Filters.eq("outbox._id", "e2")).explain().toJson()).contains("outbox._id_1");
			bookings.insertOne(booking("b3", "s:A3"));
			assertThatExceptionOfType(MongoWriteException.class)
				.isThrownBy(() -> bookings.insertOne(booking("b4", "s:A2")));
			assertThatExceptionOfType(MongoWriteException.class)
				.isThrownBy(() -> bookings.insertOne(booking("b1", "s:A9")));
			assertThat(bookings.countDocuments()).isEqualTo(3);
			assertThat(bookings.find().map((found) -> found.getString("_id")).into(new ArrayList<>()))
				.containsExactly("b1", "b2", "b3");
		});
	}

	@Test
	void droppedIndexesAndCollectionsStayDropped() {
		use((database) -> {
			for (String name : List.of("one", "two", "three")) {
				database.getCollection(name).insertOne(new Document("a", 1));
				database.getCollection(name).createIndex(Indexes.ascending("a"));
				database.getCollection(name).createIndex(Indexes.ascending("b"));
			}
			database.getCollection("one").dropIndex("a_1");
			database.getCollection("two").dropIndexes();
			database.getCollection("three").drop();
			database.getCollection("one").renameCollection(new MongoNamespace("test.renamed"));
		});
		use((database) -> {
			assertThat(database.listCollectionNames().into(new ArrayList<>())).containsExactlyInAnyOrder("renamed",
					"two");
			assertThat(names(database, "renamed")).containsExactlyInAnyOrder("_id_", "b_1");
			assertThat(names(database, "two")).containsExactly("_id_");
			assertThat(database.getCollection("renamed").countDocuments(Filters.eq("b", null))).isOne();
			assertThat(database.getCollection("three").countDocuments()).isZero();
			database.drop();
		});
		use((database) -> assertThat(database.listCollectionNames().into(new ArrayList<>())).isEmpty());
	}

	@Test
	void anIndexOnExistingDocumentsIsBuilt() {
		use((database) -> {
			MongoCollection<Document> bookings = database.getCollection("bookings");
			bookings.insertMany(List.of(booking("b1", "s:A1"), booking("b2", "s:A1", "s:A2")));
			assertThatExceptionOfType(DuplicateKeyException.class)
				.isThrownBy(() -> bookings.createIndex(Indexes.ascending("claims"), new IndexOptions().unique(true)));
			assertThat(names(database, "bookings")).containsExactly("_id_");
			bookings.createIndex(Indexes.ascending("claims"));
			assertThat(ids(bookings, "claims", "s:A1")).containsExactly("b1", "b2");
		});
	}

	@Test
	void aSecondProcessIsTurnedAway() {
		use((database) -> assertThatIllegalStateException().isThrownBy(() -> MongoStore.onDisk(this.directory))
			.withMessageContaining("is it in use?"));
	}

	private static List<String> names(MongoDatabase database, String collection) {
		return database.getCollection(collection)
			.listIndexes()
			.map((index) -> index.getString("name"))
			.into(new ArrayList<>());
	}

	private static List<String> ids(MongoCollection<Document> collection, String path, String value) {
		return collection.find(Filters.eq(path, value)).map((found) -> found.getString("_id")).into(new ArrayList<>());
	}

	private static Document booking(String id, String... claims) {
		return new Document("_id", id).append("claims", List.of(claims)).append("outbox", List.of());
	}

	private void use(Consumer<MongoDatabase> action) {
		try (MongoStore store = MongoStore.onDisk(this.directory).start();
				MongoClient client = MongoClients.create(store.connectionString())) {
			action.accept(client.getDatabase("test"));
		}
	}

}
