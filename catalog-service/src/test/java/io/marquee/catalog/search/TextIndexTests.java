package io.marquee.catalog.search;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextIndexTests {

	private final TextIndex index = new TextIndex();

	TextIndexTests() {
		this.index.put(List.of(entry("inception", "Inception", "Christopher Nolan", "Elliot Page"),
				entry("interstellar", "Interstellar", "Christopher Nolan", "Anne Hathaway"),
				entry("kgf", "K.G.F: Chapter 2", "Prashanth Neel", "Yash"),
				entry("dune", "Dune: Part Two", "Denis Villeneuve", "Timothée Chalamet"),
				entry("96", "96", "C. Prem Kumar", "Trisha Krishnan"),
				entry("bahu", "Baahubali 2: The Conclusion", "S. S. Rajamouli", "Prabhas"),
				entry("nolan", "Nolan", "Somebody Else", "Nobody")));
	}

	@ParameterizedTest
	@CsvSource({ "inception,inception", "INCEPTION,inception", "incep,inception", "timothee,dune", "Timothée,dune",
			"kgf,kgf", "k.g.f,kgf", "96,96", "baahubali 2,bahu", "baahubali2,bahu", "anne hathaway,interstellar",
			"villeneuve dune,dune", "rajamouli,bahu" })
	void findsByTitleCastAndDirector(String words, String id) {
		assertThat(this.index.search(words, 10)).startsWith(id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "inceptoin", "incepton", "inceptiion", "inceptian", "nception" })
	void findsInSpiteOfOneWrongLetter(String words) {
		assertThat(this.index.search(words, 10)).containsExactly("inception");
	}

	@ParameterizedTest
	@ValueSource(strings = { "xxinceptionxx", "incptn", "inception hathaway", "zz", "…", "title:*", "AND OR (" })
	void findsNothingThatIsNotThere(String words) {
		assertThat(this.index.search(words, 10)).isEmpty();
	}

	@Test
	void putsAHitInTheTitleFirst() {
		assertThat(this.index.search("nolan", 10)).startsWith("nolan").contains("inception", "interstellar");
	}

	@Test
	void forgetsWhatIsRemovedAndRenamed() {
		this.index.put(List.of(new TextIndex.Entry("dune", List.of(), List.of()), entry("inception", "Dream")));
		assertThat(this.index.search("dune", 10)).isEmpty();
		assertThat(this.index.search("inception", 10)).isEmpty();
		assertThat(this.index.search("dream", 10)).containsExactly("inception");
	}

	private static TextIndex.Entry entry(String id, String title, String... people) {
		return new TextIndex.Entry(id, List.of(title), List.of(people));
	}

}
