package io.marquee.catalog.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * Counts facets, and remembers the counts while the index stays as it is: over 200,000
 * shows they take ten times as long as the page they come with, and many ask the same.
 */
final class CountedFacets {

	private static final int MOST = 200;

	private final Map<Question, Map<String, List<FacetCount>>> answers = Collections
		.synchronizedMap(new LinkedHashMap<>() {

			private static final long serialVersionUID = 1L;

			@Override
			protected boolean removeEldestEntry(Map.Entry<Question, Map<String, List<FacetCount>>> eldest) {
				return size() > MOST;
			}

		});

	Map<String, List<FacetCount>> of(IndexSearcher searcher, Query query, Collection<String> fields)
			throws IOException {
		if (fields.isEmpty()) {
			return Map.of();
		}
		long state = ((DirectoryReader) searcher.getIndexReader()).getVersion();
		Question question = new Question(state, query, List.copyOf(fields));
		Map<String, List<FacetCount>> answer = this.answers.get(question);
		if (answer == null) {
			answer = searcher.search(query, new Facets(fields, null));
			this.answers.put(question, answer);
		}
		return answer;
	}

	/**
	 * What was counted.
	 *
	 * @param state the state of the index
	 * @param query over what
	 * @param fields the facets
	 */
	private record Question(long state, Query query, List<String> fields) {

	}

}
