package io.marquee.catalog.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.marquee.catalog.show.Show;
import io.marquee.catalog.venue.SeatCategory;
import io.marquee.catalog.venue.Venue;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class DemoDataTests {

	private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

	private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");

	private final DemoData data = DemoData.read(JsonMapper.builder().build());

	@Test
	void hasAtLeastSixtyFilmsWithTitlesOfTheirOwn() {
		assertThat(this.data.movies()).hasSizeGreaterThanOrEqualTo(60);
		assertThat(this.data.movies()).extracting(DemoMovie::id).doesNotHaveDuplicates();
		assertThat(this.data.movies()).extracting(DemoMovie::title).doesNotHaveDuplicates();
		assertThat(this.data.movies()).flatExtracting((movie) -> List.of(movie.languages().getFirst()))
			.contains("Hindi", "Tamil", "Telugu", "Malayalam", "Kannada", "Bengali", "Marathi", "English");
	}

	@Test
	void statesEveryFactOfAFilmWithinReason() {
		assertThat(this.data.movies()).allSatisfy((movie) -> {
			assertThat(movie.originalTitle()).isNotBlank();
			assertThat(movie.genres()).isNotEmpty().doesNotHaveDuplicates();
			assertThat(movie.languages()).isNotEmpty().doesNotHaveDuplicates();
			assertThat(movie.certificate()).isIn("U", "UA", "A");
			assertThat(movie.durationMinutes()).isBetween(75, 230);
			assertThat(movie.directors()).isNotEmpty().allSatisfy((name) -> assertThat(name).isNotBlank());
			assertThat(movie.cast()).hasSizeGreaterThanOrEqualTo(2).doesNotHaveDuplicates();
			assertThat(movie.synopsis()).hasSizeBetween(40, 200).endsWith(".");
			assertThat(movie.rating().doubleValue()).isBetween(5.0, 9.5);
			assertThat(LocalDate.parse(movie.releaseDate())).isBetween("1950-01-01", "2026-11-01");
			assertThat(movie.popularity()).isBetween(1, 100);
			assertThat(movie.formats()).contains("2D");
		});
	}

	@Test
	void hasTwelveVenuesInSixCitiesWithThirtyScreensThatDiffer() {
		List<DemoVenue> venues = this.data.venues();
		assertThat(venues).hasSize(12).extracting(DemoVenue::name).doesNotHaveDuplicates();
		assertThat(venues).extracting(DemoVenue::city).containsAll(cities()).hasSize(12);
		assertThat(cities()).hasSize(6);
		assertThat(venues).allSatisfy((venue) -> {
			assertThat(venue.timeZone()).isEqualTo("Asia/Kolkata");
			assertThat(venue.coordinates().lat()).isBetween(8.0, 35.0);
			assertThat(venue.coordinates().lng()).isBetween(68.0, 97.0);
			assertThat(venue.amenities()).isNotEmpty();
		});
		List<List<String>> layouts = venues.stream().flatMap((venue) -> venue.screens().stream()).map((screen) -> {
			assertThat(screen.seatLayout().seats().size()).isBetween(30, 500);
			return screen.layout();
		}).toList();
		assertThat(layouts).hasSize(30);
		assertThat(new HashSet<>(layouts)).hasSizeGreaterThan(18);
		Set<SeatCategory> categories = venues.stream()
			.flatMap((venue) -> venue.screens().stream())
			.flatMap((screen) -> screen.seatLayout().categories().stream())
			.collect(Collectors.toSet());
		assertThat(categories).containsExactlyInAnyOrder(SeatCategory.values());
	}

	@Test
	void showsSeveralFilmsADayOnEveryScreenForSevenDaysFromToday() {
		List<Show> shows = programme(NOW);
		assertThat(shows).hasSizeBetween(900, 1300).extracting(Show::id).doesNotHaveDuplicates();
		Map<String, Long> aDay = shows.stream()
			.collect(
					Collectors.groupingBy((show) -> show.place().screenId() + show.localDate(), Collectors.counting()));
		assertThat(aDay).hasSize(30 * 7).values().allMatch((count) -> count >= 4);
		LocalDate today = LocalDate.ofInstant(NOW, INDIA);
		assertThat(shows).extracting(Show::localDate).contains(today.toString(), today.plusDays(6).toString());
		assertThat(shows).allSatisfy((show) -> {
			assertThat(LocalDate.parse(show.localDate())).isBetween(today, today.plusDays(6));
			assertThat(show.startsAt().atZone(INDIA).toLocalTime()).isBetween(LocalTime.of(9, 0), LocalTime.of(22, 30));
		});
	}

	@Test
	void neverShowsTwoFilmsAtOnceOnAScreen() {
		Map<String, String> taken = new HashMap<>();
		for (Show show : programme(NOW)) {
			for (String slot : show.slots()) {
				assertThat(taken.put(slot, show.id())).as(slot).isNull();
			}
		}
	}

	@Test
	void pricesEverySeatMoreInTheEveningAndInBetterRows() {
		assertThat(programme(NOW)).allSatisfy((show) -> {
			assertThat(show.prices().keySet()).isEqualTo(show.seatLayout().categories());
			assertThat(show.cheapest().amount().doubleValue()).isBetween(100.0, 1500.0);
			assertThat(show.dearest().amount().doubleValue()).isBetween(100.0, 1500.0);
			if (show.prices().containsKey(SeatCategory.PREMIUM)) {
				assertThat(show.prices().get(SeatCategory.PREMIUM))
					.isGreaterThan(show.prices().get(SeatCategory.REGULAR));
			}
		});
	}

	@Test
	void showsLocalLanguagesAndOnlyThoseAFilmHas() {
		Map<String, List<String>> languages = this.data.movies()
			.stream()
			.collect(Collectors.toMap(DemoMovie::id, DemoMovie::languages));
		List<Show> shows = programme(NOW);
		assertThat(shows)
			.allSatisfy((show) -> assertThat(languages.get(show.film().movieId())).contains(show.language()));
		for (String[] pair : new String[][] { { "Chennai", "Tamil" }, { "Kolkata", "Bengali" },
				{ "Hyderabad", "Telugu" }, { "Bengaluru", "Kannada" }, { "Mumbai", "Marathi" } }) {
			assertThat(shows)
				.anyMatch((show) -> show.place().city().equals(pair[0]) && show.language().equals(pair[1]));
		}
		assertThat(shows).extracting(Show::format).contains("2D", "3D", "IMAX");
	}

	@Test
	void comesToTheSameShowsAgainAndTomorrowToOneDayMore() {
		Set<String> today = ids(programme(NOW));
		assertThat(ids(programme(NOW.plus(Duration.ofHours(1))))).isEqualTo(today);
		Set<String> added = ids(programme(NOW.plus(Duration.ofDays(1))));
		added.removeAll(today);
		assertThat(added).hasSizeBetween(30 * 4, 30 * 7)
			.allMatch((id) -> id.contains("-20261129-") || id.contains("-20261130-"));
	}

	private Set<String> cities() {
		return this.data.cities().stream().map(DemoCity::city).collect(Collectors.toSet());
	}

	private List<Show> programme(Instant now) {
		DemoProgramme programme = new DemoProgramme(this.data, Duration.ofMinutes(15), now);
		List<Venue> venues = DemoProgramme.venues(this.data, now);
		return venues.stream().flatMap((venue) -> programme.shows(venue, 7).stream()).toList();
	}

	private static Set<String> ids(List<Show> shows) {
		return shows.stream().map(Show::id).collect(Collectors.toCollection(HashSet::new));
	}

}
