package io.marquee.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Finds things by words: whole words first, then beginnings of words, then words with one
 * letter wrong. Accents and case do not matter. Held in memory, made anew at each start.
 */
public final class TextIndex {

	private static final String ID = "id";

	/** The title without anything but letters and digits, so that kgf finds K.G.F. */
	private static final String SQUEEZED = "squeezed";

	private static final String TITLE = "title";

	private static final String OTHER = "other";

	/** A word as short as this is not guessed at: every other short word is near it. */
	private static final int TOO_SHORT_FOR_A_TYPO = 2;

	private final Analyzer analyzer = new FoldingAnalyzer();

	private final IndexWriter writer;

	private final SearcherManager searchers;

	/**
	 * An empty index.
	 */
	public TextIndex() {
		try {
			this.writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(this.analyzer));
			this.searchers = new SearcherManager(this.writer, null);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Adds, replaces or, if they have no titles, removes entries.
	 * @param entries the entries
	 */
	public void put(Iterable<Entry> entries) {
		try {
			for (Entry entry : entries) {
				Term id = new Term(ID, entry.id());
				if (entry.titles().isEmpty()) {
					this.writer.deleteDocuments(id);
				}
				else {
					this.writer.updateDocument(id, document(entry));
				}
			}
			this.searchers.maybeRefreshBlocking();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Finds.
	 * @param words what somebody typed; each word must be found
	 * @param most how many ids at most
	 * @return ids, the best first
	 */
	public List<String> search(String words, int most) {
		try {
			IndexSearcher searcher = this.searchers.acquire();
			try {
				StoredFields stored = searcher.storedFields();
				List<String> ids = new ArrayList<>();
				for (ScoreDoc hit : searcher.search(query(words), most).scoreDocs) {
					ids.add(stored.document(hit.doc).get(ID));
				}
				return ids;
			}
			finally {
				this.searchers.release(searcher);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Query query(String words) throws IOException {
		BooleanQuery.Builder every = new BooleanQuery.Builder();
		for (String word : split(words)) {
			every.add(new DisjunctionMaxQuery(variants(word), 0), BooleanClause.Occur.MUST);
		}
		BooleanQuery.Builder either = new BooleanQuery.Builder().add(every.build(), BooleanClause.Occur.SHOULD);
		String squeezed = squeeze(words);
		if (!squeezed.isEmpty()) {
			either.add(new PrefixQuery(new Term(SQUEEZED, squeezed)), BooleanClause.Occur.SHOULD);
		}
		return either.build();
	}

	private static List<Query> variants(String word) {
		List<Query> variants = new ArrayList<>();
		for (String field : List.of(TITLE, OTHER)) {
			float weight = field.equals(TITLE) ? 2 : 1;
			Term term = new Term(field, word);
			variants.add(new BoostQuery(new TermQuery(term), 4 * weight));
			variants.add(new BoostQuery(new PrefixQuery(term), weight));
			if (word.length() > TOO_SHORT_FOR_A_TYPO) {
				variants.add(new BoostQuery(new FuzzyQuery(term, 1), weight / 4));
			}
		}
		return variants;
	}

	private List<String> split(String words) throws IOException {
		List<String> split = new ArrayList<>();
		try (TokenStream tokens = this.analyzer.tokenStream(TITLE, words)) {
			CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
			tokens.reset();
			while (tokens.incrementToken()) {
				split.add(term.toString());
			}
			tokens.end();
		}
		return split;
	}

	private static Document document(Entry entry) {
		Document document = new Document();
		document.add(new StringField(ID, entry.id(), Field.Store.YES));
		for (String title : entry.titles()) {
			document.add(new TextField(TITLE, title, Field.Store.NO));
			document.add(new StringField(SQUEEZED, squeeze(title), Field.Store.NO));
		}
		for (String other : entry.others()) {
			document.add(new TextField(OTHER, other, Field.Store.NO));
		}
		return document;
	}

	private static String squeeze(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKD)
			.replaceAll("[^\\p{L}\\p{N}]", "")
			.toLowerCase(Locale.ROOT);
	}

	/**
	 * One thing to be found.
	 *
	 * @param id its id
	 * @param titles what it is called; none removes it
	 * @param others other words it is found by, which count less
	 */
	public record Entry(String id, List<String> titles, List<String> others) {

	}

	private static final class FoldingAnalyzer extends Analyzer {

		@Override
		protected TokenStreamComponents createComponents(String fieldName) {
			Tokenizer words = new StandardTokenizer();
			return new TokenStreamComponents(words, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
		}

	}

}
