package io.marquee.catalog.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

import io.marquee.catalog.store.Keys;

/**
 * Counts the values of fields over all that a query finds, in one pass and segment by
 * segment: the values of a segment are numbered, so that counting needs no text.
 */
final class Facets implements CollectorManager<Facets.Counting, Map<String, List<FacetCount>>> {

	private final Collection<String> fields;

	private final @Nullable String weight;

	/**
	 * What to count.
	 * @param fields the facets
	 * @param weight a number to add up in place of counting one for each
	 */
	Facets(Collection<String> fields, @Nullable String weight) {
		this.fields = fields;
		this.weight = weight;
	}

	/** Where the values of a facet are kept as people write them. */
	static String stored(String field) {
		return field + ".facet";
	}

	@Override
	public Counting newCollector() {
		return new Counting();
	}

	@Override
	public Map<String, List<FacetCount>> reduce(Collection<Counting> parts) {
		Map<String, List<FacetCount>> facets = new LinkedHashMap<>();
		for (String field : this.fields) {
			Map<String, Long> values = new HashMap<>();
			parts
				.forEach((part) -> part.values(field).forEach((value, count) -> values.merge(value, count, Long::sum)));
			facets.put(field, mostFrequentFirst(values));
		}
		return facets;
	}

	/** Drama and drama are one value, written as most write it. */
	private static List<FacetCount> mostFrequentFirst(Map<String, Long> values) {
		Comparator<FacetCount> order = Comparator.comparing(FacetCount::count)
			.reversed()
			.thenComparing(FacetCount::value);
		Map<String, FacetCount> byKey = new LinkedHashMap<>();
		values.entrySet()
			.stream()
			.map((value) -> new FacetCount(value.getKey(), value.getValue()))
			.sorted(order)
			.forEach((one) -> byKey.merge(Keys.of(one.value()), one,
					(most, less) -> new FacetCount(most.value(), most.count() + less.count())));
		return byKey.values().stream().sorted(order).toList();
	}

	/** One thread's part. */
	final class Counting implements Collector {

		private final Map<String, Map<String, Long>> counts = new HashMap<>();

		private Map<String, Long> values(String field) {
			return this.counts.computeIfAbsent(field, (name) -> new HashMap<>());
		}

		@Override
		public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
			SortedNumericDocValues weights = (Facets.this.weight != null)
					? DocValues.getSortedNumeric(segment.reader(), Facets.this.weight) : null;
			List<Field> numbered = new ArrayList<>();
			for (String field : Facets.this.fields) {
				numbered.add(new Field(field, DocValues.getSortedSet(segment.reader(), stored(field))));
			}
			return new LeafCollector() {

				@Override
				public void collect(int document) throws IOException {
					long each = (weights == null) ? 1 : weights.advanceExact(document) ? weights.nextValue() : 0;
					for (Field field : numbered) {
						field.add(document, each);
					}
				}

				@Override
				public void finish() throws IOException {
					for (Field field : numbered) {
						field.addTo(values(field.name));
					}
				}

				@Override
				public void setScorer(Scorable scorer) {
					// The score does not matter.
				}

			};
		}

		@Override
		public ScoreMode scoreMode() {
			return ScoreMode.COMPLETE_NO_SCORES;
		}

	}

	/** The counts of one field in one segment. */
	private static final class Field {

		private final String name;

		private final SortedSetDocValues values;

		private final long[] counts;

		private Field(String name, SortedSetDocValues values) {
			this.name = name;
			this.values = values;
			this.counts = new long[Math.toIntExact(values.getValueCount())];
		}

		private void add(int document, long each) throws IOException {
			if (this.values.advanceExact(document)) {
				for (int left = this.values.docValueCount(); left > 0; left--) {
					this.counts[(int) this.values.nextOrd()] += each;
				}
			}
		}

		private void addTo(Map<String, Long> total) throws IOException {
			for (int number = 0; number < this.counts.length; number++) {
				if (this.counts[number] > 0) {
					total.merge(this.values.lookupOrd(number).utf8ToString(), this.counts[number], Long::sum);
				}
			}
		}

	}

}
