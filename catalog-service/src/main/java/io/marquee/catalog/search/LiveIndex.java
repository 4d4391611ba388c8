package io.marquee.catalog.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

import io.marquee.catalog.store.Aggregate;
import io.marquee.catalog.store.Aggregates;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.PageView;
import io.marquee.platform.web.Paging;

/**
 * An index that follows its collection. Whoever learns that something has changed only
 * says what, in any order and as often as they like; what it is like now is read from the
 * database. A write of this process is found by its next search. Of the writes of others
 * events tell, and, should one be missed, a look at what was changed lately.
 *
 * @param <T> what is found
 */
public abstract class LiveIndex<T extends Aggregate<T>> {

	private static final Log log = LogFactory.getLog(LiveIndex.class);

	/** More values of a facet than this tell nobody anything. */
	private static final int MOST_VALUES = 50;

	private static final int TELL_EVERY = 20_000;

	private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

	/** Clocks of replicas differ, and a write is stamped before it lands. */
	private static final Duration OVERLAP = Duration.ofSeconds(30);

	/** An import stamps all it writes when it begins; now and then a look goes so far. */
	private static final Duration FAR_OVERLAP = Duration.ofMinutes(15);

	private static final Duration FAR_EVERY = Duration.ofMinutes(1);

	private final String kind;

	private final Aggregates<T> stored;

	private final Orders orders;

	private final Clock clock;

	private final LuceneIndex index;

	private final Timer looks;

	private final Pending pending = new Pending();

	/** As far as the searches see it. */
	private volatile long seen;

	private volatile boolean filled;

	private final ReentrantLock lock = new ReentrantLock();

	private Instant looked = Instant.EPOCH;

	private Instant lookedFar = Instant.EPOCH;

	/**
	 * An index to be filled by {@link #fill}.
	 * @param kind what is found, in the plural
	 * @param stored the collection, without what an entry does not need
	 * @param orders the orders it lists in
	 * @param clock the time
	 * @param meters where its size is told
	 */
	protected LiveIndex(String kind, Aggregates<T> stored, Orders orders, Clock clock, MeterRegistry meters) {
		this.kind = kind;
		this.stored = stored;
		this.orders = orders;
		this.clock = clock;
		this.index = new LuceneIndex(orders.usualSort());
		this.looks = Timer.builder("marquee.catalog.index.look")
			.description("Reading again what has changed")
			.tag("kind", kind)
			.register(meters);
		Gauge.builder("marquee.catalog.indexed", this.index, (it) -> it.count(new Filters().query()))
			.description("How many can be found")
			.tag("kind", kind)
			.register(meters);
		Pending written = this.pending;
		stored.onWrite((ids) -> written.add(ids, true));
	}

	/**
	 * What to know of one.
	 * @param thing the thing
	 * @return the entry, or null if it is not to be found any more
	 */
	protected abstract @Nullable IndexEntry entry(T thing);

	/**
	 * Puts a batch into the index; a subclass may look at what is there before and after.
	 * @param ids what
	 * @param put does it
	 */
	protected void around(Collection<String> ids, Runnable put) {
		put.run();
	}

	/** What has to be current before this is, if anything. */
	protected void prepare() {
	}

	/**
	 * Finds one page, and reads it from the database.
	 * @param filters what
	 * @param facets which facets to count
	 * @param paging which page, in which order
	 * @param shown what of it may be shown: the database may know better by now
	 * @return the page
	 * @throws ApiException 503 {@code CATALOGUE_LOADING} until it is filled; 400
	 * {@code PAGE_TOO_DEEP}
	 */
	public FoundPage<T> find(Filters filters, Collection<String> facets, Paging paging, Predicate<T> shown) {
		catchUp();
		Hits hits = this.index.search(filters.query(), this.orders.sort(paging.sort(), filters), paging, facets);
		List<T> items = this.stored.inOrder(hits.ids()).stream().filter(shown).toList();
		Map<String, List<FacetCount>> counts = new LinkedHashMap<>();
		hits.facets().forEach((facet, values) -> counts.put(facet, values.stream().limit(MOST_VALUES).toList()));
		return FoundPage.of(PageView.of(items, paging, hits.total()), counts);
	}

	/**
	 * Counts.
	 * @param filters what
	 * @return how many there are
	 */
	public long count(Filters filters) {
		catchUp();
		return this.index.count(filters.query());
	}

	/**
	 * Counts the values of facets, or adds up a number by value.
	 * @param filters over what
	 * @param facets which facets
	 * @param weight the number; null counts one for each
	 * @return the counts by facet, of what is in the index at this moment
	 */
	public Map<String, List<FacetCount>> count(Filters filters, Collection<String> facets, @Nullable String weight) {
		return this.index.count(filters.query(), facets, weight);
	}

	/**
	 * Says what has certainly changed. The next search sees it.
	 * @param ids what
	 */
	public final void note(Collection<String> ids) {
		this.pending.add(ids, true);
	}

	/** Says what may have changed. */
	final void hint(Collection<String> ids) {
		this.pending.add(ids, false);
	}

	/**
	 * Makes the next search see all that has been said. Does nothing, and waits for
	 * nobody, if nothing has.
	 * @throws ApiException 503 {@code CATALOGUE_LOADING} until it is filled
	 */
	public final void catchUp() {
		if (!this.filled) {
			throw new ApiException(HttpStatus.SERVICE_UNAVAILABLE, "CATALOGUE_LOADING",
					"The catalogue is being loaded; try again in a moment", List.of(), RETRY_AFTER, null);
		}
		prepare();
		long wanted = this.pending.added();
		if (this.seen >= wanted) {
			return;
		}
		this.lock.lock();
		try {
			if (this.seen < wanted) {
				this.looks.record((Runnable) this::readAgain);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private void readAgain() {
		long upTo = this.pending.added();
		this.pending.drain(this::readAgain);
		this.seen = upTo;
	}

	private void readAgain(Map<String, Boolean> ids) {
		Map<String, T> now = this.stored.inOrder(List.copyOf(ids.keySet()))
			.stream()
			.collect(Collectors.toMap(Aggregate::id, Function.identity()));
		Map<String, Long> known = this.index.versions(ids.keySet());
		List<String> changed = new ArrayList<>();
		ids.forEach((id, certain) -> {
			T thing = now.get(id);
			if (certain || thing == null || !Objects.equals(known.get(id), thing.version())) {
				changed.add(id);
			}
		});
		if (!changed.isEmpty()) {
			around(changed, () -> put(changed, now));
		}
	}

	private void put(Collection<String> ids, Map<String, T> things) {
		for (String id : ids) {
			T thing = things.get(id);
			this.index.put(id, (thing != null) ? entry(thing) : null);
		}
		this.index.refresh();
	}

	/** Looks at what was changed lately, in case nobody has said so. */
	final void look() {
		Instant now = this.clock.instant();
		lookSince(this.looked.minus(OVERLAP));
		this.looked = now;
		if (!now.isBefore(this.lookedFar.plus(FAR_EVERY))) {
			this.lookedFar = now;
			lookSince(now.minus(FAR_OVERLAP));
		}
	}

	private void lookSince(Instant since) {
		Map<String, Long> changed = this.stored.versionsSince(since);
		Map<String, Long> known = this.index.versions(changed.keySet());
		changed.entrySet().removeIf((it) -> it.getValue().equals(known.get(it.getKey())));
		if (!changed.isEmpty()) {
			hint(changed.keySet());
			catchUp();
		}
	}

	/** Reads the whole collection, once. */
	final void fill() {
		Instant begun = this.clock.instant();
		long count = 0;
		List<T> part = this.stored.after("");
		while (!part.isEmpty()) {
			for (T thing : part) {
				this.index.put(thing.id(), entry(thing));
				if (++count % TELL_EVERY == 0) {
					log.info("Read " + count + " " + this.kind + " into the index so far");
				}
			}
			part = this.stored.after(part.getLast().id());
		}
		this.index.refresh();
		this.looked = begun;
		this.lookedFar = begun;
		this.filled = true;
		log.info("Read " + count + " " + this.kind + " into the index in "
				+ Duration.between(begun, this.clock.instant()).toMillis() + " ms");
	}

	/**
	 * Whether it can be searched.
	 * @return whether everything has been read that was there at the start
	 */
	final boolean filled() {
		return this.filled;
	}

	/**
	 * What is found.
	 * @return the name of the collection
	 */
	final String kind() {
		return this.kind;
	}

}
