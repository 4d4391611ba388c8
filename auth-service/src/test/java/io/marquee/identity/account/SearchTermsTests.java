package io.marquee.identity.account;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SearchTermsTests {

	@Test
	void areTheAddressFromEachOfItsPartsOnAndTheWordsOfTheName() {
		assertThat(SearchTerms.of("Asha.Rao@example.org", "Asha Maria Rao", "Rao7")).containsExactly(
				"asha.rao@example.org", "rao@example.org", "example.org", "org", "asha", "maria", "rao", "rao7");
	}

	@Test
	void repeatNothingAndNeedNoUsername() {
		assertThat(SearchTerms.of("asha@asha", "Asha  asha ", null)).containsExactly("asha@asha", "asha");
	}

	@Test
	void ofASearchAreItsWordsInLowerCase() {
		assertThat(SearchTerms.wordsOf("  Rao\tASHA ")).isEqualTo(List.of("rao", "asha"));
		assertThat(SearchTerms.wordsOf(" ")).isEmpty();
	}

}
