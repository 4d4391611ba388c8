package io.marquee.infra.store;

import java.util.List;
import java.util.concurrent.TimeUnit;

import com.mongodb.MongoClientException;
import com.mongodb.MongoCommandException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.ValidationOptions;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the store cannot honour it refuses, by name, instead of ignoring it. */
class UnsupportedTests {

	private static MongoStore store;

	private static MongoClient client;

	private static MongoDatabase database;

	private final MongoCollection<Document> things = database.getCollection("things");

	@BeforeAll
	static void start() {
		store = MongoStore.inMemory().start();
		client = MongoClients.create(store.connectionString());
		database = client.getDatabase("test");
	}

	@AfterAll
	static void close() {
		client.close();
		store.close();
	}

	static List<Arguments> indexes() {
		IndexOptions none = new IndexOptions();
		return List.of(
				Arguments.of("partialFilterExpression", Indexes.ascending("a"),
						new IndexOptions().partialFilterExpression(Filters.exists("b"))),
				Arguments.of("expireAfterSeconds", Indexes.ascending("a"),
						new IndexOptions().expireAfter(1L, TimeUnit.SECONDS)),
				Arguments.of("collation", Indexes.ascending("a"),
						new IndexOptions().collation(Collation.builder().locale("en").build())),
				Arguments.of("text", Indexes.text("a"), none), Arguments.of("2dsphere", Indexes.geo2dsphere("a"), none),
				Arguments.of("hashed", Indexes.hashed("a"), none), Arguments.of("$**", Indexes.ascending("$**"), none));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("indexes")
	void anIndexThatCannotBeHonouredIsRefused(String name, Bson keys, IndexOptions options) {
		assertThatExceptionOfType(MongoCommandException.class).isThrownBy(() -> this.things.createIndex(keys, options))
			.satisfies((ex) -> assertThat(ex.getErrorCode()).isEqualTo(67))
			.withMessageContaining(name)
			.withMessageContaining("not supported by this stand-in");
		assertThat(this.things.listIndexes()).noneMatch((index) -> !index.getString("name").equals("_id_"));
	}

	@Test
	void collationsAndValidatorsAreRefused() {
		Collation collation = Collation.builder().locale("en").build();
		assertThatExceptionOfType(MongoCommandException.class)
			.isThrownBy(() -> this.things.find().collation(collation).first())
			.withMessageContaining("Collations");
		assertThatExceptionOfType(MongoCommandException.class)
			.isThrownBy(() -> database.createCollection("strict",
					new CreateCollectionOptions()
						.validationOptions(new ValidationOptions().validator(Filters.exists("a")))))
			.withMessageContaining("validator");
	}

	@Test
	void updatesByPipelineAreRefused() {
		assertThatExceptionOfType(MongoCommandException.class)
			.isThrownBy(() -> this.things.updateOne(Filters.eq("a", 1), List.of(Updates.set("a", 2))))
			.withMessageContaining("aggregation pipeline");
	}

	@Test
	void transactionsAreRefused() {
		assertThatExceptionOfType(MongoClientException.class).isThrownBy(() -> {
			try (ClientSession session = client.startSession()) {
				session.startTransaction();
				this.things.insertOne(session, new Document());
				session.commitTransaction();
			}
		});
	}

	@Test
	void theSameIndexTwiceIsFineAnotherUnderItsNameIsNot() {
		MongoCollection<Document> others = database.getCollection("others");
		others.createIndex(Indexes.ascending("a"), new IndexOptions().name("i"));
		others.createIndex(Indexes.ascending("a"), new IndexOptions().name("i"));
		assertThatExceptionOfType(MongoCommandException.class)
			.isThrownBy(() -> others.createIndex(Indexes.ascending("a"), new IndexOptions().name("i").unique(true)))
			.satisfies((ex) -> assertThat(ex.getErrorCode()).isEqualTo(86));
		assertThat(others.listIndexes()).hasSize(2);
	}

	@Test
	void handshakeCommandsAreAnswered() {
		assertThat(database.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary")).isTrue();
		assertThat(database.runCommand(new Document("ping", 1)).getDouble("ok")).isEqualTo(1.0);
		assertThat(database.runCommand(new Document("buildInfo", 1))).containsKey("version");
		assertThat(client.getDatabase("admin").runCommand(new Document("endSessions", List.of()))).containsEntry("ok",
				1.0);
		assertThat(client.listDatabaseNames()).contains("test");
	}

}
