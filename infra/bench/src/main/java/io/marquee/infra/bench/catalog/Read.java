package io.marquee.infra.bench.catalog;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * A kind of public read.
 *
 * @param name what it is
 * @param path the path and query of the n-th such request
 */
record Read(String name, BiFunction<Sample, Integer, String> path) {

	private static final String USER = "/api/v1/user/";

	private static final int FEW_PAGES = 3;

	private static final int A_WORD = 4;

	/** What people look at when they choose a movie and a show. */
	static final List<Read> ALL = List.of(new Read("movie list", (from, n) -> USER + "movies?page=" + page(n)),
			new Read("movies by genre", (from, n) -> USER + "movies?genre=" + text(from.genres(), n)),
			new Read("movies in a city", (from, n) -> USER + "movies?city=" + text(from.cities(), n)),
			new Read("movies now showing", (from, n) -> USER + "movies?status=now-showing&page=" + page(n)),
			new Read("movies by rating", (from, n) -> USER + "movies?sort=-rating,title&page=" + page(n)),
			new Read("movie search with a typo", (from, n) -> USER + "movies/search?q=" + typo(one(from.titles(), n))),
			new Read("movie search as one types",
					(from, n) -> USER + "movies/search?q=" + beginning(one(from.titles(), n))),
			new Read("movies with facets",
					(from, n) -> USER + "movies?facets=genre,language,city,format&genre=" + text(from.genres(), n)),
			new Read("movie", (from, n) -> USER + "movies/" + one(from.movies(), n)),
			new Read("venues of a city", (from, n) -> USER + "venues/city/" + text(from.cities(), n)),
			new Read("venues near", (from, n) -> USER + "venues?radiusKm=10&near=" + one(from.places(), n)),
			new Read("venue", (from, n) -> USER + "venues/" + one(from.venues(), n)),
			new Read("cities", (from, n) -> USER + "cities"),
			new Read("shows of a movie", (from, n) -> USER + "shows/movie/" + one(from.shown(), n)),
			new Read("shows in a city on a day",
					(from, n) -> USER + "shows?city=" + text(from.cities(), n) + "&date=" + one(from.days(), n)),
			new Read("shows at a venue", (from, n) -> USER + "shows?venueId=" + one(from.playing(), n)),
			new Read("shows with facets",
					(from, n) -> USER + "shows?facets=genre,language,format&city=" + text(from.cities(), n)),
			new Read("show", (from, n) -> USER + "shows/" + one(from.shows(), n)));

	private static int page(int n) {
		return 1 + n % FEW_PAGES;
	}

	private static String one(List<String> all, int n) {
		return all.get(n % all.size());
	}

	private static String text(List<String> all, int n) {
		return encoded(one(all, n));
	}

	/** A letter in the middle of the longest word is wrong. */
	private static String typo(String title) {
		StringBuilder word = new StringBuilder(longWord(title));
		int at = word.length() / 2;
		word.setCharAt(at, (word.charAt(at) == 'x') ? 'y' : 'x');
		return encoded(word.toString());
	}

	private static String beginning(String title) {
		String word = longWord(title);
		return encoded(word.substring(0, Math.min(A_WORD, word.length())).toLowerCase(Locale.ROOT));
	}

	private static String longWord(String title) {
		String longest = "";
		for (String word : title.split("[^\\p{L}]+")) {
			longest = (word.length() > longest.length()) ? word : longest;
		}
		return longest.isEmpty() ? title : longest;
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
