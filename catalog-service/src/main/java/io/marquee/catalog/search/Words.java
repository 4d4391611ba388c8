package io.marquee.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Words as people type them: whole words are worth more than beginnings of words, and
 * those more than words with one letter wrong; within each, a title is worth more than
 * the rest. How often a word occurs does not matter, so that equals are equal and
 * something else, such as popularity, can decide between them.
 */
final class Words {

	private static final String TITLE = "title.words";

	private static final String OTHER = "other.words";

	/**
	 * A title or name without anything but letters and digits, so that spiderman finds
	 * Spider-Man.
	 */
	private static final String SQUEEZED_TITLE = "title.squeezed";

	private static final String SQUEEZED_OTHER = "other.squeezed";

	private static final float WHOLE = 16;

	private static final float BEGINNING = 4;

	private static final float TYPO = 1;

	/** Less than the step from one kind of match to the next. */
	private static final float IN_TITLE = 2;

	/** A word as short as this is not guessed at: every other short word is near it. */
	private static final int TOO_SHORT_FOR_A_TYPO = 2;

	static final Analyzer ANALYZER = new FoldingAnalyzer();

	private Words() {
	}

	static void add(Document document, Collection<String> titles, Collection<String> others) {
		for (String title : titles) {
			document.add(new TextField(TITLE, title, Field.Store.NO));
			document.add(new StringField(SQUEEZED_TITLE, squeeze(title), Field.Store.NO));
		}
		for (String other : others) {
			document.add(new TextField(OTHER, other, Field.Store.NO));
			document.add(new StringField(SQUEEZED_OTHER, squeeze(other), Field.Store.NO));
		}
	}

	/**
	 * What matches every word, or begins with all of them run together.
	 */
	static Query query(String typed) {
		List<String> words = split(typed);
		String squeezed = squeeze(typed);
		List<Query> either = new ArrayList<>();
		if (!words.isEmpty()) {
			BooleanQuery.Builder every = new BooleanQuery.Builder();
			words.forEach((word) -> every.add(new DisjunctionMaxQuery(variants(word), 0), BooleanClause.Occur.MUST));
			either.add(every.build());
		}
		if (!squeezed.isEmpty()) {
			int all = Math.max(1, words.size());
			// Who has typed a whole title wants that one and not its sequel.
			either.add(worth(new TermQuery(new Term(SQUEEZED_TITLE, squeezed)), all * WHOLE * IN_TITLE + 1));
			either.add(worth(new PrefixQuery(new Term(SQUEEZED_TITLE, squeezed)), all * BEGINNING * IN_TITLE));
			either.add(worth(new PrefixQuery(new Term(SQUEEZED_OTHER, squeezed)), all * BEGINNING));
		}
		return new DisjunctionMaxQuery(either, 0);
	}

	private static List<Query> variants(String word) {
		List<Query> variants = new ArrayList<>();
		for (String field : List.of(TITLE, OTHER)) {
			float weight = field.equals(TITLE) ? IN_TITLE : 1;
			Term term = new Term(field, word);
			variants.add(worth(new TermQuery(term), WHOLE * weight));
			variants.add(worth(new PrefixQuery(term), BEGINNING * weight));
			if (word.length() > TOO_SHORT_FOR_A_TYPO) {
				variants.add(worth(new FuzzyQuery(term, 1), TYPO * weight));
			}
		}
		return variants;
	}

	private static Query worth(Query query, float score) {
		return new BoostQuery(new ConstantScoreQuery(query), score);
	}

	private static List<String> split(String words) {
		List<String> split = new ArrayList<>();
		try (TokenStream tokens = ANALYZER.tokenStream(TITLE, words)) {
			CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
			tokens.reset();
			while (tokens.incrementToken()) {
				split.add(term.toString());
			}
			tokens.end();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return split;
	}

	private static String squeeze(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKD)
			.replaceAll("[^\\p{L}\\p{N}]", "")
			.toLowerCase(Locale.ROOT);
	}

	private static final class FoldingAnalyzer extends Analyzer {

		/** What a word may have inside: K.G.F is kgf, and ocean's is oceans. */
		private static final Pattern INNER = Pattern.compile("[.'’]");

		@Override
		protected TokenStreamComponents createComponents(String fieldName) {
			Tokenizer words = new StandardTokenizer();
			TokenStream folded = new ASCIIFoldingFilter(new LowerCaseFilter(words));
			return new TokenStreamComponents(words, new PatternReplaceFilter(folded, INNER, "", true));
		}

	}

}
