package io.marquee.catalog.search;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.data.domain.Sort;

import io.marquee.platform.web.Paging;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTests {

	private static final Orders ORDERS = new Orders(Map.of("popularity", Orders.Kind.NUMBER),
			Sort.by(Sort.Order.desc("popularity")));

	private final LuceneIndex index = new LuceneIndex(ORDERS.usualSort());

	WordsTests() {
		put("inception", 50, "Inception", "Christopher Nolan", "Elliot Page");
		put("interstellar", 60, "Interstellar", "Christopher Nolan", "Anne Hathaway");
		put("kgf", 70, "K.G.F: Chapter 2", "Prashanth Neel", "Yash");
		put("dune", 40, "Dune: Part Two", "Denis Villeneuve", "Timothée Chalamet");
		put("96", 10, "96", "C. Prem Kumar", "Trisha Krishnan");
		put("bahu", 90, "Baahubali 2: The Conclusion", "S. S. Rajamouli", "Prabhas");
		put("nolan", 1, "Nolan", "Somebody Else", "Nobody");
		put("amelie", 30, "Amélie", "Jean-Pierre Jeunet", "Audrey Tautou");
		put("spider", 20, "Spider-Man", "Sam Raimi", "Tobey Maguire");
		this.index.refresh();
	}

	@AfterEach
	void close() {
		this.index.close();
	}

	@ParameterizedTest
	@CsvSource({ "inception,inception", "INCEPTION,inception", "incep,inception", "i n c e p,inception",
			"timothee,dune", "Timothée,dune", "amelie,amelie", "AMÉLIE,amelie", "kgf,kgf", "k.g.f,kgf", "k g f,kgf",
			"kgf chapter,kgf", "96,96", "baahubali 2,bahu", "baahubali2,bahu", "anne hathaway,interstellar",
			"villeneuve dune,dune", "rajamouli,bahu", "ss rajamouli,bahu", "spiderman,spider", "spider man,spider",
			"spiderm,spider", "jean pierre,amelie" })
	void findsByTitleCastAndDirector(String words, String id) {
		assertThat(search(words)).startsWith(id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "inceptoin", "incepton", "inceptiion", "inceptian", "nception", "jnception" })
	void findsInSpiteOfOneWrongLetter(String words) {
		assertThat(search(words)).containsExactly("inception");
	}

	@ParameterizedTest
	@ValueSource(strings = { "xxinceptionxx", "incptn", "inception hathaway", "zz", "…", "title:*", "AND OR (", "97" })
	void findsNothingThatIsNotThere(String words) {
		assertThat(search(words)).isEmpty();
	}

	@Test
	void findsTheWordAtEveryLetterOfItThatIsTyped() {
		for (int typed = 3; typed <= "interstellar".length(); typed++) {
			assertThat(search("interstellar".substring(0, typed))).startsWith("interstellar");
		}
	}

	@Test
	void ranksWholeWordsBeforeBeginningsBeforeTyposAndTitlesBeforePeople() {
		put("beginning", 99, "Starfish", "Nobody");
		put("typo", 99, "Stat", "Nobody");
		put("beginning-people", 99, "Other", "Starling Archer");
		put("typo-people", 99, "Other", "Stir Archer");
		put("whole-people", 0, "Other", "Ringo Star");
		put("whole", 0, "A Bright Star Tonight", "Nobody");
		put("exact", 0, "Star", "Nobody");
		this.index.refresh();
		assertThat(search("star")).containsExactly("exact", "whole", "whole-people", "beginning", "beginning-people",
				"typo", "typo-people");
	}

	@Test
	void letsPopularityDecideBetweenEqualsHoweverOftenTheWordOccurs() {
		put("often", 5, "The Moon, the Moon and the Moon", "Moon Moon");
		put("popular", 80, "A very long title in which the moon is named but once", "Nobody");
		put("first", 80, "A title with the moon in it", "Nobody");
		this.index.refresh();
		assertThat(search("moon")).containsExactly("popular", "first", "often");
	}

	@Test
	void wantsEveryWord() {
		assertThat(search("christopher page")).containsExactly("inception");
		assertThat(search("christopher hathaway inception")).isEmpty();
	}

	@Test
	void forgetsWhatIsRemovedAndRenamed() {
		this.index.put("dune", null);
		put("inception", 50, "Dream");
		this.index.refresh();
		assertThat(search("dune")).isEmpty();
		assertThat(search("inception")).isEmpty();
		assertThat(search("dream")).containsExactly("inception");
	}

	private List<String> search(String words) {
		Filters filters = new Filters().words(words);
		Sort none = Sort.unsorted();
		return this.index.search(filters.query(), ORDERS.sort(none, filters), new Paging(1, 10, none), List.of()).ids();
	}

	private void put(String id, int popularity, String title, String... people) {
		this.index.put(id,
				new IndexEntry(id, 0).number("popularity", popularity).words(List.of(title), List.of(people)));
	}

}
