package io.marquee.infra.bench.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Made-up movies. The most popular come first; those are shown.
 */
final class Movies {

	private static final String HEADER = "externalId,title,originalTitle,languages,genres,certificate,durationMinutes,"
			+ "cast,directors,synopsis,rating,releaseDate,popularity,posterUrl,active";

	private static final List<String> CERTIFICATES = List.of("U", "UA", "UA 7+", "UA 13+", "UA 16+", "A");

	/** With the cleaning after it, it fits between two starts. */
	private static final int LONGEST = 180;

	private static final int YEARS = 50;

	private Movies() {
	}

	static List<Movie> make(int count, LocalDate today, Random random) {
		Set<String> titles = new LinkedHashSet<>();
		while (titles.size() < count) {
			titles.add(title(random));
		}
		List<Movie> movies = new ArrayList<>();
		for (String title : titles) {
			int rank = movies.size();
			Country country = Pick.skewed(List.of(Country.values()), random);
			Set<String> languages = new LinkedHashSet<>(List.of(Pick.skewed(country.languages(), random)));
			languages.addAll(Pick.some(country.languages(), 2, random));
			boolean current = rank < count / 5;
			LocalDate released = current ? today.minusDays(random.nextInt(60) - 10)
					: today.minusDays(60 + random.nextInt(365 * YEARS));
			movies.add(new Movie("gen-mov-%05d".formatted(rank), title, List.copyOf(languages),
					Pick.some(Words.GENRES, 3, random), Pick.one(CERTIFICATES, random),
					75 + random.nextInt(LONGEST - 75 + 1), names(3 + random.nextInt(6), random),
					names(1 + random.nextInt(2), random), (20 + random.nextInt(79)) / 10.0, released,
					100 - (int) (100L * rank / count)));
		}
		return movies;
	}

	static Csv table(List<Movie> movies) {
		return new Csv(HEADER, movies.stream().map(Movie::line).toList());
	}

	private static String title(Random random) {
		String quality = Pick.one(Words.QUALITIES, random);
		String thing = Pick.one(Words.THINGS, random);
		return switch (random.nextInt(6)) {
			case 0 -> "The " + quality + " " + thing;
			case 1 -> quality + " " + thing;
			case 2 -> "The " + thing + " of " + Pick.one(Words.PLACES, random);
			case 3 -> thing + " and " + Pick.one(Words.THINGS, random);
			case 4 -> "A " + quality + " " + thing + " in " + Pick.one(Words.PLACES, random);
			default -> quality + " " + thing + ": Part " + (1 + random.nextInt(4));
		};
	}

	private static List<String> names(int count, Random random) {
		Set<String> names = new LinkedHashSet<>();
		for (int i = 0; i < count; i++) {
			names.add(Pick.one(Words.FIRST_NAMES, random) + " " + Pick.one(Words.LAST_NAMES, random));
		}
		return List.copyOf(names);
	}

	/**
	 * A movie.
	 *
	 * @param minutes how long it runs
	 * @param rating from 0 to 10
	 * @param popularity from 0 to 100
	 */
	record Movie(String externalId, String title, List<String> languages, List<String> genres, String certificate,
			int minutes, List<String> cast, List<String> directors, double rating, LocalDate released, int popularity) {

		private String line() {
			String synopsis = "%s, \"%s\" and what became of them. %s by %s.".formatted(this.cast.getFirst(),
					this.title, this.genres.getFirst(), this.directors.getFirst());
			return Csv.line(this.externalId, this.title, this.title, list(this.languages), list(this.genres),
					this.certificate, this.minutes, list(this.cast), list(this.directors), synopsis, this.rating,
					this.released, this.popularity, "", true);
		}

		private static String list(List<String> all) {
			return String.join("|", all);
		}

	}

}
