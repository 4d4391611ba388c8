package io.marquee.catalog.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Keeps a {@link TextIndex} in step with the database: before a search, whatever changed
 * since the last look is read again, at most once a second. That needs no work at start
 * and none while nobody searches, and sees the changes of other replicas too. The index
 * only proposes ids; what is shown is read from the database.
 *
 * @param <T> what is found
 */
public final class LiveIndex<T> {

	private static final int MOST = 500;

	private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

	/** Clocks of replicas differ, and a write is stamped before it lands. */
	private static final Duration OVERLAP = Duration.ofSeconds(10);

	private final TextIndex index = new TextIndex();

	private final Clock clock;

	private final Function<Instant, List<T>> changedSince;

	private final Function<T, TextIndex.Entry> entry;

	private Instant looked = Instant.EPOCH;

	private boolean changed = true;

	/**
	 * An index that is filled at its first search.
	 * @param clock the time
	 * @param changedSince reads what changed since then, deleted things included
	 * @param entry the words to find a thing by
	 */
	public LiveIndex(Clock clock, Function<Instant, List<T>> changedSince, Function<T, TextIndex.Entry> entry) {
		this.clock = clock;
		this.changedSince = changedSince;
		this.entry = entry;
	}

	/**
	 * Says that this process has just changed something: the next search looks again.
	 */
	public synchronized void changed() {
		this.changed = true;
	}

	/**
	 * Finds.
	 * @param words what somebody typed
	 * @return ids, the best first
	 */
	public List<String> search(String words) {
		refresh();
		return this.index.search(words, MOST);
	}

	private synchronized void refresh() {
		Instant now = this.clock.instant();
		if (!this.changed && now.isBefore(this.looked.plus(LOOK_EVERY))) {
			return;
		}
		Instant since = this.looked.equals(Instant.EPOCH) ? this.looked : this.looked.minus(OVERLAP);
		this.index.put(this.changedSince.apply(since).stream().map(this.entry).toList());
		this.looked = now;
		this.changed = false;
	}

}
