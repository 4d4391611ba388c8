package io.marquee.identity.account;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The words that people are found by. A search word finds everybody one of whose words
 * begins with it, which an ordinary index answers.
 */
public final class SearchTerms {

	private SearchTerms() {
	}

	/**
	 * Cuts a search into words.
	 * @param text what an admin typed
	 * @return its words in lower case
	 */
	public static List<String> wordsOf(String text) {
		return words(text).toList();
	}

	static List<String> of(Person person) {
		return of(person.email(), person.fullName(), person.username());
	}

	static List<String> of(String email, String fullName, @Nullable String username) {
		List<String> terms = new ArrayList<>(List.of(email.toLowerCase(Locale.ROOT)));
		// From each part of the address on to its end: "example.org" finds those there.
		for (int i = 0; i < email.length() - 1; i++) {
			if (!Character.isLetterOrDigit(email.charAt(i))) {
				terms.add(email.substring(i + 1).toLowerCase(Locale.ROOT));
			}
		}
		words(fullName).forEach(terms::add);
		if (username != null) {
			terms.add(username.toLowerCase(Locale.ROOT));
		}
		return terms.stream().distinct().toList();
	}

	private static Stream<String> words(String text) {
		return Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+")).filter((word) -> !word.isEmpty());
	}

}
