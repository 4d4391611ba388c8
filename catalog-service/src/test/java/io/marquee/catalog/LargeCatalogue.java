package io.marquee.catalog;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;

import io.marquee.catalog.movie.Movie;
import io.marquee.catalog.movie.MovieDetails;
import io.marquee.catalog.show.Film;
import io.marquee.catalog.show.Place;
import io.marquee.catalog.show.Show;
import io.marquee.catalog.venue.Coordinates;
import io.marquee.catalog.venue.Screen;
import io.marquee.catalog.venue.SeatCategory;
import io.marquee.catalog.venue.Venue;
import io.marquee.catalog.venue.VenueDetails;
import io.marquee.platform.money.Money;

/**
 * Fills the database of {@code MARQUEE_MONGODB_URI} with 5,000 movies, 2,000 venues in 50
 * cities and 200,000 shows to come, in order to measure. Started by hand; no events.
 */
final class LargeCatalogue {

	private static final int MOVIES = 5_000;

	private static final int VENUES = 2_000;

	private static final int SCREENS = 5;

	private static final int SHOWS_A_SCREEN = 20;

	private static final List<String> LANGUAGES = List.of("Hindi", "Tamil", "Telugu", "Bengali", "English", "Marathi");

	private static final List<String> GENRES = List.of("Drama", "Comedy", "Action", "Thriller", "Romance", "Horror");

	private static final List<String> FORMATS = List.of("2D", "3D", "IMAX", "4DX");

	private static final List<String> ROWS = IntStream.range(0, 10)
		.mapToObj((row) -> (char) ('A' + row) + ": RRRRR_RRRRR")
		.toList();

	private final Random random = new Random(7);

	private final List<String> words = IntStream.range(0, 4_000).mapToObj((number) -> word()).toList();

	private final Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);

	private LargeCatalogue() {
	}

	public static void main(String[] args) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(CatalogServiceApplication.class).run(
				"--server.port=0", "--spring.cloud.config.enabled=false", "--eureka.client.enabled=false",
				"--spring.kafka.listener.auto-startup=false", "--marquee.revocations.enabled=false")) {
			new LargeCatalogue().load(context.getBean(MongoTemplate.class));
		}
	}

	private void load(MongoTemplate mongo) {
		List<Movie> movies = IntStream.range(0, MOVIES).mapToObj(this::movie).toList();
		mongo.insert(movies, Movie.class);
		for (int number = 0; number < VENUES; number++) {
			Venue venue = venue(number);
			mongo.insert(venue);
			mongo.insert(venue.details().screens().stream().flatMap((screen) -> shows(venue, screen, movies)).toList(),
					Show.class);
		}
	}

	private Movie movie(int number) {
		List<String> people = new ArrayList<>();
		for (int person = 0; person < 6; person++) {
			people.add(pick(this.words) + " " + pick(this.words));
		}
		String title = pick(this.words) + " " + pick(this.words);
		return Movie.add("mov-large-" + number,
				new MovieDetails(title, title, List.of(pick(LANGUAGES)), List.of(GENRES.get(number % 6)), "UA", 120,
						people.subList(1, 6), people.subList(0, 1), "A film.",
						BigDecimal.valueOf(this.random.nextInt(100), 1),
						LocalDate.of(2000, 1, 1).plusDays(number).toString(), this.random.nextInt(101), null, null),
				this.now);
	}

	private Venue venue(int number) {
		String city = "City " + number % 50;
		List<Screen> screens = IntStream.range(0, SCREENS)
			.mapToObj((screen) -> new Screen("scr-large-" + number + "-" + screen, "Screen " + screen, ROWS))
			.toList();
		return Venue.add("ven-large-" + number,
				new VenueDetails("Cinema " + pick(this.words), number + " Road", city,
						new Coordinates(8 + this.random.nextDouble() * 25, 70 + this.random.nextDouble() * 20),
						"Asia/Kolkata", List.of("Parking"), screens, null, null),
				this.now);
	}

	private Stream<Show> shows(Venue venue, Screen screen, List<Movie> movies) {
		Map<SeatCategory, Money> prices = Map.of(SeatCategory.REGULAR, new Money(new BigDecimal("200.00"), "INR"));
		return IntStream.range(0, SHOWS_A_SCREEN).mapToObj((turn) -> {
			Movie movie = pick(movies);
			Instant start = this.now.plus(Duration.ofHours(24 + turn * 4L))
				.plus(Duration.ofMinutes(5L * number(venue)));
			return Show.schedule("shw" + screen.id().substring("scr".length()) + "-" + turn,
					new Show.Plan(Film.of(movie), Place.of(venue, screen), start,
							movie.details().languages().getFirst(), pick(FORMATS), prices, screen.seatLayout(), null,
							null),
					Duration.ofMinutes(15), this.now);
		});
	}

	private static int number(Venue venue) {
		return venue.id().hashCode() & 7;
	}

	private <E> E pick(List<E> choice) {
		return choice.get(this.random.nextInt(choice.size()));
	}

	private String word() {
		StringBuilder word = new StringBuilder();
		for (int syllable = 2 + this.random.nextInt(3); syllable > 0; syllable--) {
			word.append("bdfgklmnprstvz".charAt(this.random.nextInt(14)))
				.append("aeiou".charAt(this.random.nextInt(5)));
		}
		return Character.toUpperCase(word.charAt(0)) + word.substring(1);
	}

}
