package io.marquee.admin.figures;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import io.marquee.platform.money.Money;

/**
 * The figures of one business day.
 *
 * @param day the day, as in {@code 2026-11-22}
 * @param holds seats held that day, counted in bookings
 * @param holdsConfirmed how many of those were confirmed, on whatever day
 * @param bookings bookings confirmed that day that still stand
 * @param seats their seats
 * @param revenue the money of all bookings confirmed that day, less what went back
 * @param cancellations bookings cancelled that day
 * @param movies the bookings by film
 * @param venues the bookings by cinema
 */
public record DayFigures(String day, long holds, long holdsConfirmed, long bookings, long seats, Money revenue,
		long cancellations, List<Tally> movies, List<Tally> venues) {

	static DayFigures none(String day, String currency) {
		return new DayFigures(day, 0, 0, 0, 0, Money.zero(currency), 0, List.of(), List.of());
	}

	/**
	 * The bookings of one film or one cinema.
	 *
	 * @param id its id
	 * @param name its name
	 * @param bookings how many bookings
	 * @param seats how many seats
	 * @param revenue how much money
	 */
	public record Tally(String id, String name, long bookings, long seats, Money revenue) {

		/** Most bookings first. */
		private static final Comparator<Tally> BUSIEST_FIRST = Comparator.comparingLong(Tally::bookings)
			.reversed()
			.thenComparing(Tally::revenue, Comparator.reverseOrder())
			.thenComparing(Tally::name);

		/**
		 * Adds up the tallies of each film or cinema.
		 * @param tallies the tallies
		 * @return one tally each, the busiest first
		 */
		public static List<Tally> addUp(Stream<Tally> tallies) {
			Map<String, Tally> sums = new TreeMap<>();
			tallies.forEach((tally) -> sums.merge(tally.id(), tally, Tally::plus));
			return sums.values().stream().sorted(BUSIEST_FIRST).toList();
		}

		/**
		 * Adds up one side of many days.
		 * @param days the days
		 * @param side films or cinemas
		 * @return one tally each, the busiest first
		 */
		public static List<Tally> addUp(List<DayFigures> days, Function<DayFigures, List<Tally>> side) {
			return addUp(days.stream().flatMap((day) -> side.apply(day).stream()));
		}

		private Tally plus(Tally other) {
			return new Tally(this.id, this.name, this.bookings + other.bookings, this.seats + other.seats,
					this.revenue.plus(other.revenue));
		}

	}

}
