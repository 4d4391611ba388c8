package io.marquee.catalog.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * What has to be read again. Adding takes no lock.
 */
final class Pending {

	private static final int BATCH = 500;

	/** By id, whether it has to be indexed even if its version is known. */
	private final Map<String, Boolean> ids = new ConcurrentHashMap<>();

	private final AtomicLong added = new AtomicLong();

	/**
	 * Adds.
	 * @param more the ids
	 * @param certain whether they are to be indexed even if their version is known
	 */
	void add(Collection<String> more, boolean certain) {
		more.forEach((id) -> this.ids.merge(id, certain, Boolean::logicalOr));
		// Only now: whoever sees this number finds the ids.
		this.added.incrementAndGet();
	}

	/**
	 * How often something was added.
	 * @return the count; what it counts is pending, or was taken
	 */
	long added() {
		return this.added.get();
	}

	/**
	 * Takes all that is pending now, in batches. A batch that fails is pending again.
	 * @param reading what is done with a batch: ids, and whether they are certain
	 */
	void drain(Consumer<Map<String, Boolean>> reading) {
		List<String> all = new ArrayList<>(this.ids.keySet());
		for (int from = 0; from < all.size(); from += BATCH) {
			Map<String, Boolean> batch = new LinkedHashMap<>();
			for (String id : all.subList(from, Math.min(all.size(), from + BATCH))) {
				Boolean certain = this.ids.remove(id);
				batch.put(id, certain != null && certain);
			}
			try {
				reading.accept(batch);
			}
			catch (RuntimeException ex) {
				batch.forEach((id, certain) -> this.ids.merge(id, certain, Boolean::logicalOr));
				throw ex;
			}
		}
	}

}
