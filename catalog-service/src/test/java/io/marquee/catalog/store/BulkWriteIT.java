package io.marquee.catalog.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;

import io.marquee.platform.events.OutboxEntry;
import io.marquee.platform.events.OutboxRelay;
import io.marquee.platform.web.ApiException;
import io.marquee.test.ServiceIT;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@ServiceIT
class BulkWriteIT {

	@Autowired
	private MongoTemplate mongo;

	@Autowired
	private OutboxRelay relay;

	/** After so many events the process dies. */
	private int lives;

	private Aggregates<Thing> things;

	@BeforeEach
	void empty() {
		this.lives = Integer.MAX_VALUE;
		this.mongo.dropCollection(Thing.class);
		this.mongo.indexOps(Thing.class)
			.createIndex(new Index("externalId", Sort.Direction.ASC).named("external_id").unique().sparse());
		this.mongo.indexOps(Thing.class)
			.createIndex(new Index("slots", Sort.Direction.ASC).named("one_show_a_slot").unique().sparse());
		this.things = new Aggregates<>(this.mongo, this.relay, Thing.class, Set.of("taken"), (thing) -> {
			if (this.lives-- == 0) {
				throw new IllegalStateException("killed");
			}
			return new OutboxEntry(UUID.randomUUID().toString(), "test", thing.id(), Instant.now(), "{}", Map.of());
		});
	}

	@Test
	void writesEachWithItsEvent() {
		List<Thing> made = things(250);
		assertThat(write(null, made)).isEmpty();
		assertThat(write(made, made.stream().map((thing) -> thing.named("n-" + thing.id())).toList())).isEmpty();
		assertThat(documents()).hasSize(250).allSatisfy((thing) -> {
			assertThat(thing.getLong("version")).isOne();
			assertThat(thing.getString("externalId")).isEqualTo("n-" + thing.getString("_id"));
			assertThat(thing.getList("outbox", Document.class)).hasSize(2);
		});
	}

	@Test
	void leavesBatchesWholeWhenItDiesBetweenThem() {
		this.lives = 150;
		List<Thing> made = things(250);
		assertThatIllegalStateException().isThrownBy(() -> write(null, made));
		assertThat(documents()).hasSize(100)
			.allSatisfy((thing) -> assertThat(thing.getList("outbox", Document.class)).hasSize(1));
	}

	@Test
	void tellsWhatClashesAndWritesTheOthers() {
		List<Thing> made = things(5);
		write(null, made);
		List<Thing> others = List.of(new Thing("x", 0, "e-1", List.of("x"), 0, null),
				new Thing("y", 0, "y", List.of("s-2"), 0, null), new Thing("z", 0, "z", List.of("z"), 0, null));
		assertThat(codes(write(null, others))).isEqualTo(Map.of("x", "EXTERNAL_ID_TAKEN", "y", "SHOW_OVERLAPS"));
		List<Thing> changed = List.of(made.get(0).named("e-1"), made.get(1).named("other"), made.get(2).at("s-3"));
		assertThat(codes(write(made.subList(0, 3), changed)))
			.isEqualTo(Map.of("0", "EXTERNAL_ID_TAKEN", "2", "SHOW_OVERLAPS"));
		assertThat(documents()).hasSize(6);
		assertThat(this.things.find("1").orElseThrow().externalId()).isEqualTo("other");
	}

	@Test
	void leavesWhatSomebodyElseChanged() {
		List<Thing> made = things(3);
		write(null, made);
		Thing theirs = made.get(1).named("theirs");
		this.things.replace(made.get(1), theirs);
		this.mongo.getCollection("bulkThings")
			.updateOne(new Document("_id", "2"), new Document("$set", new Document("taken", 7)));
		List<Thing> ours = made.stream().map((thing) -> thing.named("ours-" + thing.id())).toList();
		assertThat(codes(write(made, ours))).isEqualTo(Map.of("1", "CHANGED_MEANWHILE"));
		assertThat(this.things.find("1")).contains(theirs);
		assertThat(this.things.find("2").orElseThrow().taken()).isEqualTo(7);
		assertThat(write(List.of(theirs), List.of(theirs.named("theirs")))).isEmpty();
	}

	@Test
	void findsByExternalIdFirstAndByIdOnlyWhatHasNone() {
		write(null, List.of(new Thing("a", 0, "b", null, 0, null), new Thing("b", 0, null, null, 0, null),
				new Thing("c", 0, null, null, 0, null)));
		Map<String, Thing> found = this.things.named("externalId", Thing::externalId, List.of("a", "b", "c", "d"));
		assertThat(found.keySet()).containsExactlyInAnyOrder("b", "c");
		assertThat(found.get("b").id()).isEqualTo("a");
	}

	private Map<String, ApiException> write(@Nullable List<Thing> before, List<Thing> after) {
		List<Change<Thing>> changes = new ArrayList<>();
		for (int i = 0; i < after.size(); i++) {
			changes.add(new Change<>((before != null) ? before.get(i) : null, after.get(i)));
		}
		return this.things.writeAll(changes);
	}

	private List<Document> documents() {
		return this.mongo.findAll(Document.class, "bulkThings");
	}

	private static Map<String, String> codes(Map<String, ApiException> failures) {
		return failures.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (failure) -> failure.getValue().code()));
	}

	private static List<Thing> things(int count) {
		return IntStream.range(0, count)
			.mapToObj((i) -> new Thing(String.valueOf(i), 0, "e-" + i, List.of("s-" + i), 0, null))
			.toList();
	}

	@org.springframework.data.mongodb.core.mapping.Document("bulkThings")
	record Thing(@Id String id, long version, @Nullable String externalId, @Nullable List<String> slots, int taken,
			@Nullable List<OutboxEntry> outbox) implements Aggregate<Thing> {

		@Override
		public Thing withOutbox(List<OutboxEntry> entries) {
			return new Thing(this.id, this.version, this.externalId, this.slots, this.taken, entries);
		}

		Thing named(String name) {
			return new Thing(this.id, this.version + 1, name, this.slots, this.taken, null);
		}

		Thing at(String slot) {
			return new Thing(this.id, this.version + 1, this.externalId, List.of(slot), this.taken, null);
		}

	}

}
