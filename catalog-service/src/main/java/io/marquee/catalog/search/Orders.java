package io.marquee.catalog.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;

/**
 * The orders an index can list in. Whatever the order, the id decides between equals, or
 * pages would overlap.
 *
 * @param kinds what each field to sort by holds
 * @param usual the order if nothing else is said; the index is kept in it
 */
public record Orders(Map<String, Kind> kinds, org.springframework.data.domain.Sort usual) {

	/** What a field holds. */
	public enum Kind {

		/** Made by {@link IndexEntry#sortable}. */
		TEXT,

		/** Made by {@link IndexEntry#number}; what has none comes before what has. */
		NUMBER,

		/** Made by {@link IndexEntry#decimal}; what has none comes before what has. */
		DECIMAL

	}

	Sort usualSort() {
		return sort(this.usual, new Filters());
	}

	Sort sort(org.springframework.data.domain.Sort wanted, Filters filters) {
		List<SortField> fields = new ArrayList<>();
		SortField own = filters.order();
		if (wanted.isUnsorted() && own != null) {
			fields.add(own);
		}
		boolean descending = false;
		for (org.springframework.data.domain.Sort.Order order : wanted.isSorted() ? wanted : this.usual) {
			descending = order.isDescending();
			fields.add(field(order.getProperty(), descending));
		}
		fields.add(new SortField(IndexEntry.ID, SortField.Type.STRING, descending));
		return new Sort(fields.toArray(SortField[]::new));
	}

	private SortField field(String name, boolean descending) {
		return switch (Objects.requireNonNull(this.kinds.get(name), name)) {
			case TEXT -> new SortField(name, SortField.Type.STRING, descending);
			case NUMBER -> {
				SortField field = LongField.newSortField(name, descending, SortedNumericSelector.Type.MIN);
				field.setMissingValue(Long.MIN_VALUE);
				yield field;
			}
			case DECIMAL -> {
				SortField field = DoubleField.newSortField(name, descending, SortedNumericSelector.Type.MIN);
				field.setMissingValue(Double.NEGATIVE_INFINITY);
				yield field;
			}
		};
	}

}
