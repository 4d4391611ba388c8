package io.marquee.infra.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** Chooses how to find the documents for a query. */
final class QueryPlanner {

	private final Collection<SortedIndex> indexes;

	QueryPlanner(Collection<SortedIndex> indexes) {
		this.indexes = indexes;
	}

	/**
	 * The positions of all documents that the query can match, in natural order.
	 * @param query the query
	 * @return the positions and the index they come from, or null when no index helps
	 */
	@Nullable Candidates candidates(Document query) {
		QueryBounds bounds = QueryBounds.of(query);
		if (bounds.isEmpty()) {
			return null;
		}
		List<IndexScan> scans = this.indexes.stream()
			.map((index) -> IndexScan.of(index, bounds))
			.filter(Objects::nonNull)
			.toList();
		return scans.isEmpty() ? null : smallest(scans);
	}

	/**
	 * The positions in no order, looked up as they are asked for: for a question that
	 * some of the documents settle.
	 * @param query the query
	 * @return the positions, or null when no index yields them like that
	 */
	@Nullable Some some(Document query) {
		QueryBounds bounds = QueryBounds.of(query);
		IndexScan best = null;
		for (SortedIndex index : this.indexes) {
			IndexScan scan = index.isMultikey() ? null : IndexScan.of(index, bounds);
			if (scan != null && scan.narrows() && (best == null || scan.narrowness() > best.narrowness())) {
				best = scan;
			}
		}
		IndexScan chosen = best;
		return (chosen != null) ? new Some(() -> positions(chosen.entries(true)), chosen.covers(query)) : null;
	}

	/** The index that yields a sorted query's documents in order, or null. */
	@Nullable IndexScan sorted(Document query, Document orderBy) {
		QueryBounds bounds = QueryBounds.of(query);
		String path = orderBy.keySet().iterator().next();
		IndexScan best = null;
		for (SortedIndex index : this.indexes) {
			IndexScan scan = IndexScan.of(index, bounds);
			IndexScan usable = (scan != null || !bounds.isEmpty()) ? scan : IndexScan.inOrder(index);
			if (usable != null && usable.isInOrderOf(path)
					&& (best == null || usable.equalities() > best.equalities())) {
				best = usable;
			}
		}
		return best;
	}

	/** Walks all scans abreast: the first to reach its end has the fewest candidates. */
	private static Candidates smallest(List<IndexScan> scans) {
		for (IndexScan scan : scans) {
			if (scan.isInNaturalOrder() && (scans.size() == 1 || scan.index().isUnique())) {
				// Looked up now: an update changes the index while it goes through them.
				List<Long> positions = new ArrayList<>();
				positions(scan.entries(true)).forEachRemaining(positions::add);
				return new Candidates(scan.index(), positions);
			}
		}
		List<Iterator<IndexEntry>> walks = scans.stream().map((scan) -> scan.entries(true)).toList();
		List<Collection<Long>> found = new ArrayList<>();
		scans.forEach((scan) -> found.add(scan.isInNaturalOrder() ? new ArrayList<>() : new TreeSet<>()));
		while (true) {
			for (int i = 0; i < walks.size(); i++) {
				if (!walks.get(i).hasNext()) {
					return new Candidates(scans.get(i).index(), found.get(i));
				}
				found.get(i).add(walks.get(i).next().position());
			}
		}
	}

	private static Iterator<Long> positions(Iterator<IndexEntry> entries) {
		return new Iterator<>() {
			@Override
			public boolean hasNext() {
				return entries.hasNext();
			}

			@Override
			public Long next() {
				return entries.next().position();
			}
		};
	}

	/**
	 * Documents that a query can match, one after the other.
	 *
	 * @param positions where they are, perhaps more than once
	 * @param surely whether it matches them all, so that nobody need look at them
	 */
	record Some(Iterable<Long> positions, boolean surely) {
	}

	/**
	 * Documents that a query can match.
	 *
	 * @param index the index that named them
	 * @param positions where they are, in natural order and each once
	 */
	record Candidates(SortedIndex index, Iterable<Long> positions) {
	}

}
