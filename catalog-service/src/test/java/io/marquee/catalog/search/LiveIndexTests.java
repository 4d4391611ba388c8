package io.marquee.catalog.search;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

import io.marquee.catalog.store.Aggregate;
import io.marquee.catalog.store.Aggregates;
import io.marquee.platform.events.OutboxEntry;
import io.marquee.platform.events.OutboxRelay;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.Paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;

class LiveIndexTests {

	private final Map<String, Thing> database = new LinkedHashMap<>();

	private final MongoTemplate mongo = mock();

	private final List<Collection<String>> reads = new ArrayList<>();

	private final Things index;

	LiveIndexTests() {
		given(this.mongo.find(any(Query.class), eq(Thing.class))).willAnswer((call) -> {
			Document id = call.<Query>getArgument(0).getQueryObject().get("_id", Document.class);
			if (id.containsKey("$gt")) {
				return this.database.values()
					.stream()
					.filter((thing) -> thing.id().compareTo(id.getString("$gt")) > 0)
					.sorted(Comparator.comparing(Thing::id))
					.limit(1)
					.toList();
			}
			Collection<?> ids = id.getList("$in", Object.class);
			this.reads.add(ids.stream().map(String::valueOf).toList());
			return ids.stream().map(this.database::get).filter((thing) -> thing != null).toList();
		});
		willAnswer((call) -> this.database.values()
			.stream()
			.map((thing) -> new Document("_id", thing.id()).append("version", thing.version()))).given(this.mongo)
			.stream(any(Query.class), eq(Document.class), any());
		this.index = new Things(
				new Aggregates<>(this.mongo, mock(OutboxRelay.class), Thing.class, Set.of(), (thing) -> {
					throw new IllegalStateException("nothing is written here");
				}));
	}

	@Test
	void refusesToSearchUntilItIsFilled() {
		assertThatExceptionOfType(ApiException.class).isThrownBy(this::found)
			.matches((failure) -> failure.status().value() == 503 && failure.code().equals("CATALOGUE_LOADING")
					&& failure.retryAfter() != null);
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> this.index.count(new Filters()));
		assertThat(this.index.filled()).isFalse();
		this.index.fill();
		assertThat(this.index.filled()).isTrue();
		assertThat(found()).isEmpty();
	}

	@Test
	void findsWhatWasThereAtTheStartButNotWhatIsGone() {
		store("a", 1, false);
		store("b", 1, true);
		store("c", 1, false);
		this.index.fill();
		assertThat(found()).containsExactly("a", "c");
	}

	@Test
	void readsNothingAgainWhileNothingHasChanged() {
		store("a", 1, false);
		this.index.fill();
		found();
		this.reads.clear();
		this.index.catchUp();
		this.index.look();
		assertThat(this.reads).isEmpty();
	}

	@Test
	void seesEveryChangeThatWasSaidHoweverOftenAndInWhateverOrder() {
		this.index.fill();
		store("a", 1, false);
		store("b", 1, false);
		this.index.note(List.of("b"));
		this.index.hint(List.of("a", "b", "unknown"));
		assertThat(found()).containsExactly("a", "b");
		store("a", 2, true);
		this.index.hint(List.of("a"));
		this.index.hint(List.of("a"));
		assertThat(found()).containsExactly("b");
	}

	@Test
	void indexesWhatIsCertainEvenIfItsVersionIsKnown() {
		store("a", 1, false);
		this.index.fill();
		this.index.entries = 0;
		this.index.hint(List.of("a"));
		found();
		assertThat(this.index.entries).isZero();
		this.index.note(List.of("a"));
		this.index.hint(List.of("a"));
		found();
		assertThat(this.index.entries).isEqualTo(1);
	}

	@Test
	void findsByLookingWhatNobodySaid() {
		this.index.fill();
		store("a", 1, false);
		assertThat(found()).isEmpty();
		this.index.look();
		assertThat(found()).containsExactly("a");
		store("a", 2, true);
		this.index.look();
		assertThat(found()).isEmpty();
	}

	@Test
	void forgetsNoChangeBecauseTheDatabaseFails() {
		this.index.fill();
		store("a", 1, false);
		this.index.note(List.of("a"));
		this.index.fails = true;
		assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(this::found);
		this.index.fails = false;
		assertThat(found()).containsExactly("a");
	}

	@Test
	void waitsForAChangeThatAnotherSearchIsJustReading() throws Exception {
		this.index.fill();
		store("a", 1, false);
		CountDownLatch reading = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		this.index.around = () -> {
			reading.countDown();
			goOn.await();
			return null;
		};
		this.index.note(List.of("a"));
		FutureTask<List<String>> first = new FutureTask<>(this::found);
		FutureTask<List<String>> second = new FutureTask<>(this::found);
		Thread.ofPlatform().daemon().start(first);
		reading.await();
		Thread waiting = Thread.ofPlatform().daemon().start(second);
		await().until(() -> waiting.getState() == Thread.State.WAITING || second.isDone());
		assertThat(second.isDone()).isFalse();
		goOn.countDown();
		assertThat(first.get()).containsExactly("a");
		assertThat(second.get()).containsExactly("a");
	}

	@Test
	void leavesOutWhatTheDatabaseNoLongerShows() {
		store("a", 1, false);
		store("b", 1, false);
		this.index.fill();
		store("a", 2, true);
		this.database.remove("b");
		assertThat(found()).isEmpty();
	}

	private List<String> found() {
		return this.index.find(new Filters(), List.of(), new Paging(1, 10, Sort.unsorted()), (thing) -> !thing.gone())
			.items()
			.stream()
			.map(Thing::id)
			.toList();
	}

	private void store(String id, long version, boolean gone) {
		this.database.put(id, new Thing(id, version, gone));
	}

	record Thing(String id, long version, boolean gone) implements Aggregate<Thing> {

		@Override
		public Thing withOutbox(List<OutboxEntry> entries) {
			return this;
		}

	}

	static final class Things extends LiveIndex<Thing> {

		private int entries;

		private boolean fails;

		private Callable<@Nullable Void> around = () -> null;

		Things(Aggregates<Thing> stored) {
			super("things", stored, new Orders(Map.of(), Sort.unsorted()),
					Clock.fixed(Instant.parse("2026-11-27T12:00:00Z"), ZoneOffset.UTC), new SimpleMeterRegistry());
		}

		@Override
		protected void around(Collection<String> ids, Runnable put) {
			try {
				this.around.call();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
			put.run();
		}

		@Override
		protected @Nullable IndexEntry entry(Thing thing) {
			this.entries++;
			if (this.fails) {
				throw new DataAccessResourceFailureException("down");
			}
			return thing.gone() ? null : new IndexEntry(thing.id(), thing.version());
		}

	}

}
