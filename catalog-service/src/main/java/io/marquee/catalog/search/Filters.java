package io.marquee.catalog.search;

import java.util.Collection;

import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

import io.marquee.catalog.store.Keys;

/**
 * Which things are wanted: those that pass every filter. Null filters nothing.
 */
public final class Filters {

	static final String PLACE = "place";

	private static final double METRES = 1000;

	private final BooleanQuery.Builder every = new BooleanQuery.Builder();

	private boolean none = true;

	private boolean words;

	private @Nullable SortField nearest;

	/**
	 * Has a value.
	 * @param field a field made by {@link IndexEntry#term}
	 * @param value the value, or null for any
	 * @return this
	 */
	public Filters is(String field, @Nullable String value) {
		return (value != null) ? filter(new TermQuery(new Term(field, value))) : this;
	}

	/**
	 * Has a value that people write, in any case.
	 * @param field a field made by {@link IndexEntry#facet}
	 * @param value the value
	 * @return this
	 */
	public Filters named(String field, @Nullable String value) {
		return is(field, (value != null) ? Keys.of(value) : null);
	}

	/**
	 * Has one of some values.
	 * @param field the field
	 * @param values the values
	 * @return this
	 */
	public Filters in(String field, Collection<String> values) {
		return filter(new TermInSetQuery(field, values.stream().map(BytesRef::new).toList()));
	}

	/**
	 * Is a whole number within bounds.
	 * @param field a field made by {@link IndexEntry#number}
	 * @param least the least that will do
	 * @param most the most that will do
	 * @return this
	 */
	public Filters between(String field, long least, long most) {
		return filter(LongField.newRangeQuery(field, least, most));
	}

	/**
	 * Is a number as large as this.
	 * @param field a field made by {@link IndexEntry#decimal}
	 * @param least the least that will do
	 * @return this
	 */
	public Filters atLeast(String field, double least) {
		return filter(DoubleField.newRangeQuery(field, least, Double.POSITIVE_INFINITY));
	}

	/**
	 * Is found by words; without another order, the best match comes first.
	 * @param typed what somebody typed
	 * @return this
	 */
	public Filters words(@Nullable String typed) {
		if (typed != null) {
			this.words = true;
			add(Words.query(typed), BooleanClause.Occur.MUST);
		}
		return this;
	}

	/**
	 * Has a place; without another order, the nearest comes first.
	 * @param lat degrees north of the place looked around
	 * @param lng degrees east of it
	 * @param kilometres how far at most; null for any distance
	 * @return this
	 */
	public Filters around(double lat, double lng, @Nullable Double kilometres) {
		this.nearest = LatLonDocValuesField.newDistanceSort(PLACE, lat, lng);
		return filter((kilometres != null) ? LatLonPoint.newDistanceQuery(PLACE, lat, lng, kilometres * METRES)
				: new FieldExistsQuery(PLACE));
	}

	/**
	 * Passes one of two sets of filters.
	 * @param one the one
	 * @param other the other
	 * @return this
	 */
	public Filters either(Filters one, Filters other) {
		return filter(new BooleanQuery.Builder().add(one.query(), BooleanClause.Occur.SHOULD)
			.add(other.query(), BooleanClause.Occur.SHOULD)
			.build());
	}

	/** The order they ask for themselves, if any. */
	@Nullable SortField order() {
		return (this.nearest != null) ? this.nearest : this.words ? SortField.FIELD_SCORE : null;
	}

	Query query() {
		return this.none ? new MatchAllDocsQuery() : this.every.build();
	}

	private Filters filter(Query query) {
		return add(query, BooleanClause.Occur.FILTER);
	}

	private Filters add(Query query, BooleanClause.Occur occur) {
		this.none = false;
		this.every.add(query, occur);
		return this;
	}

}
