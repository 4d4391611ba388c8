package io.marquee.catalog.search;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;

import io.marquee.catalog.store.Keys;

/**
 * What the index knows of one thing.
 */
public final class IndexEntry {

	static final String ID = "id";

	static final String VERSION = "version";

	private final Document document = new Document();

	/**
	 * Knows the id only.
	 * @param id the id
	 * @param version the version of the thing that is told here
	 */
	public IndexEntry(String id, long version) {
		sortable(ID, id);
		this.document.add(new NumericDocValuesField(VERSION, version));
	}

	/**
	 * A value to filter by, as it is.
	 * @param field the field
	 * @param value the value
	 * @return this
	 */
	public IndexEntry term(String field, String value) {
		this.document.add(new StringField(field, value, Field.Store.NO));
		return this;
	}

	/**
	 * Values to filter by, in any case, and to count.
	 * @param field the field and facet
	 * @param values the values as people write them
	 * @return this
	 */
	public IndexEntry facet(String field, Collection<String> values) {
		Set<String> keys = new HashSet<>();
		for (String value : values) {
			if (keys.add(Keys.of(value))) {
				term(field, Keys.of(value));
				this.document.add(new SortedSetDocValuesField(Facets.stored(field), new BytesRef(value)));
			}
		}
		return this;
	}

	/**
	 * A text to sort by, and a term: its postings let a sort leave out what cannot be on
	 * the page.
	 * @param field the field
	 * @param value the text
	 * @return this
	 */
	public IndexEntry sortable(String field, String value) {
		this.document.add(new SortedDocValuesField(field, new BytesRef(value)));
		return term(field, value);
	}

	/**
	 * A whole number to filter and sort by, or to add up.
	 * @param field the field
	 * @param value the number
	 * @return this
	 */
	public IndexEntry number(String field, long value) {
		this.document.add(new LongField(field, value, Field.Store.NO));
		return this;
	}

	/**
	 * A number to filter and sort by.
	 * @param field the field
	 * @param value the number
	 * @return this
	 */
	public IndexEntry decimal(String field, double value) {
		this.document.add(new DoubleField(field, value, Field.Store.NO));
		return this;
	}

	/**
	 * Where it is.
	 * @param lat degrees north
	 * @param lng degrees east
	 * @return this
	 */
	public IndexEntry place(double lat, double lng) {
		this.document.add(new LatLonPoint(Filters.PLACE, lat, lng));
		this.document.add(new LatLonDocValuesField(Filters.PLACE, lat, lng));
		return this;
	}

	/**
	 * What it is found by.
	 * @param titles what it is called
	 * @param others other words, which count less
	 * @return this
	 */
	public IndexEntry words(Collection<String> titles, Collection<String> others) {
		Words.add(this.document, titles, others);
		return this;
	}

	Document document() {
		return this.document;
	}

}
