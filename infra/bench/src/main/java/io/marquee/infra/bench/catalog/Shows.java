package io.marquee.infra.bench.catalog;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A programme for all screens: four shows a day and screen at most, spread evenly, none
 * over another.
 */
final class Shows {

	private static final String HEADER = "externalId,movie,venue,screen,startsAt,language,format,prices,currency,"
			+ "salesOpenAt,salesCloseAt";

	/** Three and a half hours apart, the longest movie and cleaning fit in between. */
	private static final List<LocalTime> STARTS = List.of(LocalTime.of(10, 0), LocalTime.of(13, 30),
			LocalTime.of(17, 0), LocalTime.of(20, 30));

	private static final List<String> FORMATS = List.of("2D", "2D", "3D", "IMAX", "IMAX 3D", "4DX");

	/** Of all movies, a fifth is in the cinemas. */
	private static final int SHOWN = 5;

	private Shows() {
	}

	static Csv table(int count, List<Movies.Movie> movies, List<Venues.Venue> venues, LocalDate first, Random random) {
		int screens = venues.stream().mapToInt((venue) -> venue.screens().size()).sum();
		int rounds = Math.ceilDiv(count, screens);
		List<Movies.Movie> shown = movies.subList(0, Math.max(1, movies.size() / SHOWN));
		List<String> lines = new ArrayList<>(count);
		for (int round = 0; round < rounds && lines.size() < count; round++) {
			for (Venues.Venue venue : venues) {
				for (Venues.Screen screen : venue.screens()) {
					if (lines.size() < count) {
						lines.add(line(lines.size(), round, venue, screen, Pick.skewed(shown, random), first, random));
					}
				}
			}
		}
		return new Csv(HEADER, lines);
	}

	/** How many days the programme of so many rounds covers: every day half full. */
	static int days(int round) {
		return round / 2;
	}

	private static String line(int number, int round, Venues.Venue venue, Venues.Screen screen, Movies.Movie movie,
			LocalDate first, Random random) {
		// Two a day: one of the first two starts, one of the last two.
		LocalTime start = STARTS.get(round % 2 * 2 + random.nextInt(2));
		Country country = venue.city().country();
		int price = country.regularPrice() * (80 + random.nextInt(60)) / 100;
		String prices = "REGULAR=%d.00|PREMIUM=%d.00".formatted(price, price * 3 / 2)
				+ (screen.hasSofas() ? "|VIP=%d.00".formatted(price * 5 / 2) : "");
		return Csv.line("gen-sho-%06d".formatted(number), movie.externalId(), venue.externalId(), screen.name(),
				first.plusDays(days(round)).atTime(start).atZone(venue.city().zone()).toInstant(),
				Pick.one(movie.languages(), random), Pick.skewed(FORMATS, random), prices, country.currency(), "", "");
	}

}
