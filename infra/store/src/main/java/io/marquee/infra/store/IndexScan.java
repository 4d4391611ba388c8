package io.marquee.infra.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

import de.bwaldvogel.mongo.bson.Document;
import io.marquee.infra.store.QueryBounds.Points;
import io.marquee.infra.store.QueryBounds.Range;
import org.jspecify.annotations.Nullable;

/**
 * One way to answer a query by an index: stretches of the index that surely hold every
 * document the query can match, and perhaps others.
 */
final class IndexScan {

	/** More stretches than this cost more than they save. */
	private static final int MOST_STRETCHES = 1000;

	private final SortedIndex index;

	private final List<NavigableSet<IndexEntry>> stretches;

	private final int equalities;

	private final boolean ranged;

	private IndexScan(SortedIndex index, List<NavigableSet<IndexEntry>> stretches, int equalities, boolean ranged) {
		this.index = index;
		this.stretches = stretches;
		this.equalities = equalities;
		this.ranged = ranged;
	}

	/** How this index narrows a query down, or null when it does not. */
	static @Nullable IndexScan of(SortedIndex index, QueryBounds bounds) {
		List<String> paths = index.paths();
		List<List<@Nullable Object>> prefixes = List.of(List.of());
		boolean withoutNull = false;
		int equalities = 0;
		while (equalities < paths.size() && !sharesArray(index, equalities)) {
			Points points = usable(index, bounds.points(paths.get(equalities)));
			if (points == null || (long) prefixes.size() * points.values().size() > MOST_STRETCHES) {
				break;
			}
			prefixes = extend(prefixes, points);
			withoutNull |= points.withoutNull();
			equalities++;
		}
		Range range = (equalities < paths.size() && !sharesArray(index, equalities))
				? bounds.range(paths.get(equalities)) : null;
		boolean narrowed = equalities > 0 || range != null;
		boolean complete = !index.leavesOutDocuments() || withoutNull || range != null;
		if (narrowed && complete) {
			return new IndexScan(index, stretches(index, prefixes, range), equalities, range != null);
		}
		if (index.leavesOutDocuments() && paths.stream().anyMatch(bounds::demandsPresence)) {
			return new IndexScan(index, stretches(index, List.of(List.of()), null), 0, false);
		}
		return null;
	}

	/** The whole of an index, for a query that only wants its order. */
	static @Nullable IndexScan inOrder(SortedIndex index) {
		return index.leavesOutDocuments() ? null
				: new IndexScan(index, stretches(index, List.of(List.of()), null), 0, false);
	}

	/**
	 * Whether an earlier key leads into the same array: then two demands can be met by
	 * two different elements, and no single entry need meet both.
	 */
	private static boolean sharesArray(SortedIndex index, int key) {
		String field = firstFragment(index.paths().get(key));
		return index.isMultikey()
				&& index.paths().subList(0, key).stream().map(IndexScan::firstFragment).anyMatch(field::equals);
	}

	private static String firstFragment(String path) {
		int dot = path.indexOf('.');
		return (dot < 0) ? path : path.substring(0, dot);
	}

	private static @Nullable Points usable(SortedIndex index, @Nullable Points points) {
		// A document as a value can match an array of documents by its parts.
		return (points == null || (index.isMultikey() && !points.withoutDocument())) ? null : points;
	}

	private static List<NavigableSet<IndexEntry>> stretches(SortedIndex index, List<List<@Nullable Object>> prefixes,
			@Nullable Range range) {
		List<NavigableSet<IndexEntry>> stretches = new ArrayList<>();
		for (List<@Nullable Object> prefix : prefixes) {
			List<@Nullable Object> from = prefix;
			List<@Nullable Object> to = prefix;
			if (range != null) {
				// Two elements of an array may meet one edge each: then only one edge
				// holds.
				boolean openEnd = index.isMultikey() && range.bothGiven();
				from = with(prefix, range.low());
				to = with(prefix, openEnd ? KeyOrder.after(range.low()) : range.high());
			}
			IndexEntry first = IndexEntry.first(from);
			IndexEntry last = IndexEntry.last(to);
			if (first.compareTo(last) <= 0) {
				stretches.add(index.between(first, last));
			}
		}
		return stretches;
	}

	private static List<List<@Nullable Object>> extend(List<List<@Nullable Object>> prefixes, Points points) {
		List<List<@Nullable Object>> extended = new ArrayList<>();
		for (List<@Nullable Object> prefix : prefixes) {
			points.values().forEach((value) -> extended.add(with(prefix, value)));
		}
		return extended;
	}

	private static List<@Nullable Object> with(List<@Nullable Object> prefix, @Nullable Object value) {
		List<@Nullable Object> longer = new ArrayList<>(prefix);
		longer.add(value);
		return longer;
	}

	SortedIndex index() {
		return this.index;
	}

	boolean narrows() {
		return this.equalities > 0 || this.ranged;
	}

	/** Whether the entries come in the order of their documents. */
	boolean isInNaturalOrder() {
		return this.stretches.size() == 1 && this.equalities == this.index.paths().size();
	}

	/** Whether the entries can come in the order of this path. */
	boolean isInOrderOf(String path) {
		return this.index.isSortable() && this.equalities < this.index.paths().size()
				&& this.index.paths().get(this.equalities).equals(path);
	}

	/** Whether two entries stand at the same place in that order. */
	boolean isSortedAlike(IndexEntry one, IndexEntry other) {
		return one.compareKey(other, this.equalities) == 0;
	}

	/** The entries in that order, merged where each stretch has its own. */
	Iterator<IndexEntry> inOrder(boolean forward) {
		if (this.stretches.size() == 1) {
			return entries(forward);
		}
		Comparator<IndexEntry> order = (one, other) -> one.compareKey(other, this.equalities);
		Comparator<PeekingIterator> first = Comparator.comparing(PeekingIterator::peek,
				forward ? order : order.reversed());
		PriorityQueue<PeekingIterator> waiting = new PriorityQueue<>(first);
		for (NavigableSet<IndexEntry> stretch : this.stretches) {
			add(waiting, new PeekingIterator((forward ? stretch : stretch.descendingSet()).iterator()));
		}
		return new Iterator<>() {
			@Override
			public boolean hasNext() {
				return !waiting.isEmpty();
			}

			@Override
			public IndexEntry next() {
				PeekingIterator next = waiting.remove();
				IndexEntry entry = next.next();
				add(waiting, next);
				return entry;
			}
		};
	}

	private static void add(PriorityQueue<PeekingIterator> waiting, PeekingIterator entries) {
		if (entries.hasNext()) {
			waiting.add(entries);
		}
	}

	/**
	 * Whether the entries are of documents that match for sure: all it asks is in the
	 * keys.
	 */
	boolean covers(Document query) {
		List<String> met = this.index.paths().subList(0, this.equalities);
		return !this.index.isMultikey() && query.entrySet()
			.stream()
			.allMatch((demand) -> met.contains(demand.getKey()) && isText(demand.getValue()));
	}

	private static boolean isText(@Nullable Object demand) {
		return demand instanceof String || (demand instanceof Document document && document.size() == 1
				&& document.get("$in") instanceof Collection<?> values
				&& values.stream().allMatch(String.class::isInstance));
	}

	/** By how many keys. */
	int narrowness() {
		return this.equalities + (this.ranged ? 1 : 0);
	}

	int equalities() {
		return this.equalities;
	}

	/**
	 * The entries, each looked up when it is asked for. Not by a stream: the iterator of
	 * one reads a whole stretch, perhaps all of the index, before it gives out the first.
	 */
	Iterator<IndexEntry> entries(boolean forward) {
		Iterator<NavigableSet<IndexEntry>> left = this.stretches.iterator();
		return new Iterator<>() {
			private Iterator<IndexEntry> current = Collections.emptyIterator();

			@Override
			public boolean hasNext() {
				while (!this.current.hasNext() && left.hasNext()) {
					NavigableSet<IndexEntry> stretch = left.next();
					this.current = (forward ? stretch : stretch.descendingSet()).iterator();
				}
				return this.current.hasNext();
			}

			@Override
			public IndexEntry next() {
				if (!hasNext()) {
					throw new NoSuchElementException("The index is over");
				}
				return this.current.next();
			}
		};
	}

}
