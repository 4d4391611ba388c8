package io.marquee.infra.bench.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Made-up venues in real cities.
 */
final class Venues {

	private static final String HEADER = "externalId,name,address,city,lat,lng,timeZone,amenities,"
			+ "bookingCutOffMinutes,cancellationPolicy,screens,active";

	private static final int MOST_SCREENS = 6;

	/** In degrees, about 20 km. */
	private static final double OUTSKIRTS = 0.18;

	private Venues() {
	}

	static List<Venue> make(int count, Random random) {
		List<Venue> venues = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			City city = Pick.skewed(City.ALL, random);
			String street = Pick.one(Words.STREETS, random);
			List<Screen> screens = new ArrayList<>();
			for (int number = 1 + random.nextInt(MOST_SCREENS); number > 0; number--) {
				screens.add(Screen.make(screens.size() + 1, random));
			}
			venues.add(new Venue("gen-ven-%05d".formatted(i),
					Pick.one(Words.CHAINS, random) + " " + street + " " + (i + 1),
					(1 + random.nextInt(200)) + " " + street + " Road", city,
					city.lat() + (random.nextDouble() - 0.5) * 2 * OUTSKIRTS,
					city.lng() + (random.nextDouble() - 0.5) * 2 * OUTSKIRTS, Pick.some(Words.AMENITIES, 4, random),
					List.copyOf(screens)));
		}
		return venues;
	}

	static Csv table(List<Venue> venues) {
		return new Csv(HEADER, venues.stream().map(Venue::line).toList());
	}

	/**
	 * A venue.
	 *
	 * @param lat degrees north
	 * @param lng degrees east
	 */
	record Venue(String externalId, String name, String address, City city, double lat, double lng,
			List<String> amenities, List<Screen> screens) {

		private String line() {
			return Csv.line(this.externalId, this.name, this.address, this.city.name(), degrees(this.lat),
					degrees(this.lng), this.city.zone(), String.join("|", this.amenities), 15, "24:100|2:50",
					this.screens.stream().map(Screen::text).collect(Collectors.joining("|")), true);
		}

		private static String degrees(double value) {
			return String.format(Locale.ROOT, "%.5f", value);
		}

	}

	/**
	 * A screen: ordinary seats in front, better ones behind, in larger ones sofas at the
	 * back.
	 *
	 * @param name its name
	 * @param rows how many rows
	 * @param width seats of a row
	 */
	record Screen(String name, int rows, int width) {

		private static Screen make(int number, Random random) {
			return new Screen("Screen " + number, 6 + random.nextInt(9), 8 + 2 * random.nextInt(7));
		}

		boolean hasSofas() {
			return this.rows >= 10;
		}

		private String text() {
			return this.name + "=" + IntStream.range(0, this.rows).mapToObj(this::row).collect(Collectors.joining(";"));
		}

		private String row(int index) {
			char category = (index < this.rows / 2) ? 'R' : (hasSofas() && index == this.rows - 1) ? 'V' : 'P';
			String half = String.valueOf(category).repeat(this.width / 2);
			return (char) ('A' + index) + ": " + half + "_" + half;
		}

	}

}
