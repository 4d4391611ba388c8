package io.marquee.catalog.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.marquee.catalog.movie.Movie;
import io.marquee.catalog.show.Film;
import io.marquee.catalog.show.Place;
import io.marquee.catalog.show.Show;
import io.marquee.catalog.venue.Screen;
import io.marquee.catalog.venue.SeatLayout;
import io.marquee.catalog.venue.Venue;

/**
 * What the demo cinemas show. It follows from the data and the date alone, ids included,
 * so whoever reckons it, and whenever, comes to the same shows.
 */
final class DemoProgramme {

	private static final LocalTime FIRST = LocalTime.of(9, 0);

	private static final LocalTime LAST = LocalTime.of(22, 30);

	private static final int STEP_MINUTES = 15;

	/** How many films of a language are on at a time. */
	private static final int CHOICE = 12;

	private final Map<String, Movie> movies;

	private final Map<String, DemoMovie> films;

	private final Map<String, DemoCity> cities;

	private final Duration cleaning;

	private final Instant now;

	DemoProgramme(DemoData data, Duration cleaning, Instant now) {
		this.films = data.movies().stream().collect(Collectors.toMap(DemoMovie::id, Function.identity()));
		this.movies = movies(data, now).stream().collect(Collectors.toMap(Movie::id, Function.identity()));
		this.cities = data.cities().stream().collect(Collectors.toMap(DemoCity::city, Function.identity()));
		this.cleaning = cleaning;
		this.now = now;
	}

	static List<Movie> movies(DemoData data, Instant now) {
		return data.movies().stream().map((movie) -> Movie.add(movie.id(), movie.details(), now)).toList();
	}

	static List<Venue> venues(DemoData data, Instant now) {
		return data.venues().stream().map((venue) -> Venue.add(venue.id(), venue.details(), now)).toList();
	}

	/**
	 * The shows of a venue.
	 * @param venue the venue
	 * @param days how many days, from today at the venue
	 * @return the shows
	 */
	List<Show> shows(Venue venue, int days) {
		LocalDate today = LocalDate.ofInstant(this.now, venue.zone());
		List<Show> shows = new ArrayList<>();
		for (Screen screen : venue.details().screens()) {
			for (int day = 0; day < days; day++) {
				shows.addAll(day(venue, screen, today.plusDays(day)));
			}
		}
		return shows;
	}

	private List<Show> day(Venue venue, Screen screen, LocalDate date) {
		int seed = Math.floorMod(screen.id().hashCode(), CHOICE);
		DemoCity city = city(venue);
		List<Show> shows = new ArrayList<>();
		LocalDateTime start = date.atTime(FIRST).plusMinutes((long) (seed % 4) * STEP_MINUTES);
		while (!start.isAfter(date.atTime(LAST))) {
			int turn = shows.size();
			String language = city.languages().get(turn % city.languages().size());
			DemoMovie film = film(language, seed + turn + weeks(date));
			shows.add(show(venue, screen, film, language, start, turn));
			start = next(start.plusMinutes(film.durationMinutes()).plus(this.cleaning));
		}
		return shows;
	}

	private Show show(Venue venue, Screen screen, DemoMovie film, String language, LocalDateTime start, int turn) {
		String format = format(film, screen, turn);
		SeatLayout layout = screen.seatLayout();
		Movie movie = movie(film);
		Show.Plan plan = new Show.Plan(Film.of(movie), Place.of(venue, screen), start.atZone(venue.zone()).toInstant(),
				language, format, DemoPrices.of(city(venue).regularPrice(), format, start, layout.categories()), layout,
				null, null);
		String id = "shw-" + screen.id().replaceFirst("^scr-", "") + "-"
				+ DateTimeFormatter.BASIC_ISO_DATE.format(start.toLocalDate()) + "-" + (turn + 1);
		return Show.schedule(id, plan, this.cleaning, this.now);
	}

	private DemoMovie film(String language, int pick) {
		List<DemoMovie> choice = this.films.values()
			.stream()
			.filter((film) -> film.languages().contains(language))
			.sorted(Comparator.comparing((DemoMovie film) -> !film.languages().getFirst().equals(language))
				.thenComparing(Comparator.comparing(DemoMovie::popularity).reversed())
				.thenComparing(DemoMovie::id))
			.limit(CHOICE)
			.toList();
		return choice.get(pick % choice.size());
	}

	private static String format(DemoMovie film, Screen screen, int turn) {
		if (screen.name().contains("IMAX") && film.formats().contains("IMAX")) {
			return "IMAX";
		}
		return (film.formats().contains("3D") && turn % 2 == 0) ? "3D" : "2D";
	}

	/** The programme changes weekly, as cinemas' programmes do. */
	private static int weeks(LocalDate date) {
		return (int) ChronoUnit.WEEKS.between(LocalDate.EPOCH, date);
	}

	private static LocalDateTime next(LocalDateTime time) {
		int over = time.getMinute() % STEP_MINUTES;
		return (over == 0) ? time : time.plusMinutes(STEP_MINUTES - over);
	}

	private DemoCity city(Venue venue) {
		DemoCity city = this.cities.get(venue.details().city());
		if (city == null) {
			throw new IllegalStateException("cities.json lacks " + venue.details().city());
		}
		return city;
	}

	private Movie movie(DemoMovie film) {
		Movie movie = this.movies.get(film.id());
		if (movie == null) {
			throw new IllegalStateException("movies.json lacks " + film.id());
		}
		return movie;
	}

}
