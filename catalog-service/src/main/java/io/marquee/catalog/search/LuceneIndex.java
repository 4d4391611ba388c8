package io.marquee.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.FieldProblem;
import io.marquee.platform.web.Paging;

/**
 * A Lucene index in memory. Searches take no lock; what is put is found after the next
 * {@link #refresh}.
 */
final class LuceneIndex implements AutoCloseable {

	/**
	 * Who wants to go deeper would have to wait, and make others wait, for a sort of all
	 * that comes before.
	 */
	static final int DEEPEST = 10_000;

	/** Small, for the local platform gives a service a small heap. */
	private static final double BUFFER_MIB = 8;

	private final IndexWriter writer;

	private final SearcherManager searchers;

	private final CountedFacets facets = new CountedFacets();

	/**
	 * An empty index.
	 * @param order the order it is kept in; to list in that order costs a page only
	 */
	LuceneIndex(Sort order) {
		try {
			this.writer = new IndexWriter(new ByteBuffersDirectory(),
					new IndexWriterConfig(Words.ANALYZER).setIndexSort(order).setRAMBufferSizeMB(BUFFER_MIB));
			this.searchers = new SearcherManager(this.writer, null);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Adds, replaces or removes.
	 * @param id what
	 * @param entry what is known of it; null removes it
	 */
	void put(String id, @Nullable IndexEntry entry) {
		try {
			Term same = new Term(IndexEntry.ID, id);
			if (entry != null) {
				this.writer.updateDocument(same, entry.document());
			}
			else {
				this.writer.deleteDocuments(same);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Lets the next search see what was put. */
	void refresh() {
		try {
			this.searchers.maybeRefreshBlocking();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Finds one page.
	 * @param query what
	 * @param sort in which order
	 * @param paging which page
	 * @param facets which facets to count
	 * @return what was found
	 * @throws ApiException 400 {@code PAGE_TOO_DEEP} if there is such a page, but too far
	 * down
	 */
	Hits search(Query query, Sort sort, Paging paging, Collection<String> facets) {
		return read((searcher) -> {
			int total = searcher.count(query);
			List<String> ids = List.of();
			if (paging.skip() < total) {
				int end = Math.toIntExact(Math.min(total, paging.skip() + paging.limit()));
				if (end > DEEPEST) {
					throw new ApiException(HttpStatus.BAD_REQUEST, "PAGE_TOO_DEEP",
							"Pages go as far as item " + DEEPEST
									+ "; narrow the list down by a filter, or turn its order round",
							List.of(new FieldProblem("page", "must not go beyond item " + DEEPEST)));
				}
				ScoreDoc[] top = searcher.search(query, new TopFieldCollectorManager(sort, end, end)).scoreDocs;
				ids = ids(searcher, top, (int) paging.skip());
			}
			return new Hits(ids, total, this.facets.of(searcher, query, facets));
		});
	}

	/**
	 * Counts the values of facets.
	 * @param query over what
	 * @param facets which
	 * @param weight a number to add up in place of counting one for each
	 * @return the counts, by facet
	 */
	Map<String, List<FacetCount>> count(Query query, Collection<String> facets, @Nullable String weight) {
		return read((searcher) -> searcher.search(query, new Facets(facets, weight)));
	}

	long count(Query query) {
		return read((searcher) -> searcher.count(query));
	}

	/**
	 * The versions it knows.
	 * @param ids of which things
	 * @return the versions by id, without those it does not know
	 */
	Map<String, Long> versions(Collection<String> ids) {
		Query query = new Filters().in(IndexEntry.ID, ids).query();
		return read((searcher) -> {
			Map<String, Long> versions = new HashMap<>();
			for (ScoreDoc hit : searcher.search(query, Math.max(1, ids.size())).scoreDocs) {
				LeafReaderContext segment = segment(searcher, hit.doc);
				NumericDocValues version = DocValues.getNumeric(segment.reader(), IndexEntry.VERSION);
				version.advanceExact(hit.doc - segment.docBase);
				versions.put(id(segment, hit.doc), version.longValue());
			}
			return versions;
		});
	}

	private static List<String> ids(IndexSearcher searcher, ScoreDoc[] top, int from) throws IOException {
		List<String> ids = new ArrayList<>();
		for (int place = from; place < top.length; place++) {
			ids.add(id(segment(searcher, top[place].doc), top[place].doc));
		}
		return ids;
	}

	private static LeafReaderContext segment(IndexSearcher searcher, int document) {
		List<LeafReaderContext> segments = searcher.getLeafContexts();
		return segments.get(ReaderUtil.subIndex(document, segments));
	}

	private static String id(LeafReaderContext segment, int document) throws IOException {
		SortedDocValues ids = DocValues.getSorted(segment.reader(), IndexEntry.ID);
		ids.advanceExact(document - segment.docBase);
		return ids.lookupOrd(ids.ordValue()).utf8ToString();
	}

	private <R> R read(Reading<R> reading) {
		try {
			IndexSearcher searcher = this.searchers.acquire();
			try {
				return reading.read(searcher);
			}
			finally {
				this.searchers.release(searcher);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.searchers.close();
			this.writer.rollback();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What is done with one state of the index. */
	private interface Reading<R> {

		R read(IndexSearcher searcher) throws IOException;

	}

}
