package io.marquee.infra.bench.catalog;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GeneratedCatalogTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 3, 27);

	private static final CatalogSize SIZE = new CatalogSize(200, 60, 4_000);

	private final GeneratedCatalog catalog = GeneratedCatalog.make(SIZE, TODAY, 7);

	@Test
	void isTheSameForTheSameSeedAndAnotherForAnother() {
		assertThat(GeneratedCatalog.make(SIZE, TODAY, 7)).isEqualTo(this.catalog);
		assertThat(GeneratedCatalog.make(SIZE, TODAY, 8)).isNotEqualTo(this.catalog);
	}

	@Test
	void hasAsManyOfEachAsWantedAndNoneTwice() {
		assertThat(column(this.catalog.movies(), "externalId")).hasSize(200).doesNotHaveDuplicates();
		assertThat(column(this.catalog.movies(), "title")).doesNotHaveDuplicates();
		assertThat(column(this.catalog.venues(), "externalId")).hasSize(60).doesNotHaveDuplicates();
		assertThat(column(this.catalog.shows(), "externalId")).hasSize(4_000).doesNotHaveDuplicates();
	}

	@Test
	void givesEveryLineACellForEveryColumn() {
		for (Csv table : List.of(this.catalog.movies(), this.catalog.venues(), this.catalog.shows())) {
			int columns = table.header().split(",").length;
			assertThat(table.lines()).allMatch((line) -> cells(line).size() == columns);
		}
	}

	@Test
	void letsNoShowBeginBeforeTheOneBeforeHasEndedAndTheScreenIsClean() {
		Map<String, Integer> minutes = new HashMap<>();
		rows(this.catalog.movies())
			.forEach((movie) -> minutes.put(movie.get("externalId"), Integer.valueOf(movie.get("durationMinutes"))));
		Map<String, TreeMap<Instant, Instant>> screens = new HashMap<>();
		for (Map<String, String> show : rows(this.catalog.shows())) {
			Instant start = Instant.parse(show.get("startsAt"));
			Instant free = start.plus(Duration.ofMinutes(minutes.get(show.get("movie")) + 15));
			TreeMap<Instant, Instant> programme = screens.computeIfAbsent(show.get("venue") + show.get("screen"),
					(key) -> new TreeMap<>());
			assertThat(programme.put(start, free)).isNull();
		}
		screens.values().forEach((programme) -> {
			Instant free = Instant.EPOCH;
			for (Map.Entry<Instant, Instant> show : programme.entrySet()) {
				assertThat(show.getKey()).isAfterOrEqualTo(free);
				free = show.getValue();
			}
		});
		assertThat(new TreeSet<>(column(this.catalog.shows(), "startsAt")).first()).startsWith("2026-03-2");
	}

	@Test
	void pricesEveryCategoryOfTheScreenAndShowsInALanguageOfTheMovie() {
		Map<String, String> screens = new HashMap<>();
		rows(this.catalog.venues()).forEach((venue) -> {
			for (String screen : venue.get("screens").split("\\|")) {
				String[] parts = screen.split("=");
				screens.put(venue.get("externalId") + parts[0], parts[1]);
			}
		});
		Map<String, Set<String>> languages = new HashMap<>();
		rows(this.catalog.movies())
			.forEach((movie) -> languages.put(movie.get("externalId"), Set.of(movie.get("languages").split("\\|"))));
		for (Map<String, String> show : rows(this.catalog.shows())) {
			String layout = screens.get(show.get("venue") + show.get("screen"));
			Set<String> priced = new HashSet<>();
			for (String price : show.get("prices").split("\\|")) {
				priced.add(price.substring(0, 1));
			}
			assertThat(priced).contains("R", "P").hasSize(layout.contains("V") ? 3 : 2);
			assertThat(languages.get(show.get("movie"))).contains(show.get("language"));
		}
	}

	@Test
	void cutsATableIntoPartsOfAtMostSoManyLinesAndBytes() {
		Csv table = this.catalog.movies();

		List<String> parts = table.parts(70, 10_000);

		List<String> lines = new ArrayList<>();
		for (String part : parts) {
			List<String> all = part.lines().toList();
			assertThat(all.getFirst()).isEqualTo(table.header());
			assertThat(all).hasSizeBetween(2, 71);
			assertThat(part.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(10_000);
			lines.addAll(all.subList(1, all.size()));
		}
		assertThat(lines).isEqualTo(table.lines());
	}

	private static List<String> column(Csv table, String name) {
		return rows(table).stream().map((row) -> row.get(name)).toList();
	}

	private static List<Map<String, String>> rows(Csv table) {
		List<String> names = List.of(table.header().split(","));
		return table.lines().stream().map((line) -> {
			List<String> cells = cells(line);
			Map<String, String> row = new HashMap<>();
			for (int i = 0; i < names.size(); i++) {
				row.put(names.get(i), cells.get(i));
			}
			return row;
		}).toList();
	}

	/** Splits at commas outside quotes. */
	private static List<String> cells(String line) {
		List<String> cells = new ArrayList<>();
		StringBuilder cell = new StringBuilder();
		boolean quoted = false;
		for (char letter : line.toCharArray()) {
			if (letter == '"') {
				quoted = !quoted;
			}
			else if (letter == ',' && !quoted) {
				cells.add(cell.toString());
				cell.setLength(0);
			}
			else {
				cell.append(letter);
			}
		}
		cells.add(cell.toString());
		return cells;
	}

}
