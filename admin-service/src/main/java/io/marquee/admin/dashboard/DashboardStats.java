package io.marquee.admin.dashboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import io.marquee.admin.figures.DayFigures;
import io.marquee.admin.figures.DayFigures.Tally;
import io.marquee.admin.totals.Totals;
import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the dashboard shows. Week and month are the last 7 and 30 business days, today
 * included; bookings are those that still stand, revenue is what was paid for bookings
 * less what went back.
 *
 * @param generatedAt when it was put together
 * @param businessZone the zone whose midnight ends a day
 * @param totals what other services count
 * @param notes what is missing and why
 * @param bookings confirmed bookings
 * @param revenue what they and those cancelled since brought in
 * @param cancellations cancelled bookings
 * @param holds what became of the month's holds
 * @param topMovies the month's busiest films
 * @param topVenues the month's busiest cinemas
 * @param byDay the month's days, oldest first
 */
public record DashboardStats(Instant generatedAt, String businessZone, Totals totals, List<String> notes,
		Periods<Long> bookings, Periods<Money> revenue, Periods<Long> cancellations, Holds holds, List<Tally> topMovies,
		List<Tally> topVenues, List<DayLine> byDay) {

	static final int DAYS_OF_WEEK = 7;

	static final int DAYS_OF_MONTH = 30;

	private static final int TOP = 5;

	/**
	 * Puts the dashboard together.
	 * @param generatedAt when
	 * @param businessZone the zone whose midnight ends a day
	 * @param month the figures of the last 30 days, today last
	 * @param totals what other services count
	 * @param notes what is missing
	 * @return the dashboard
	 */
	static DashboardStats of(Instant generatedAt, String businessZone, List<DayFigures> month, Totals totals,
			List<String> notes) {
		return new DashboardStats(generatedAt, businessZone, totals, notes,
				Periods.of(month, (days) -> sum(days, DayFigures::bookings)),
				Periods.of(month, (days) -> days.stream().map(DayFigures::revenue).reduce(Money::plus).orElseThrow()),
				Periods.of(month, (days) -> sum(days, DayFigures::cancellations)),
				Holds.of(sum(month, DayFigures::holds), sum(month, DayFigures::holdsConfirmed)),
				Tally.addUp(month, DayFigures::movies).stream().limit(TOP).toList(),
				Tally.addUp(month, DayFigures::venues).stream().limit(TOP).toList(),
				month.stream().map(DayLine::of).toList());
	}

	private static long sum(List<DayFigures> days, ToLongFunction<DayFigures> figure) {
		return days.stream().mapToLong(figure).sum();
	}

	/**
	 * One figure over three periods.
	 *
	 * @param <T> the figure
	 * @param today today's
	 * @param week of the last 7 days
	 * @param month of the last 30 days
	 */
	public record Periods<T>(T today, T week, T month) {

		private static <T> Periods<T> of(List<DayFigures> month, Function<List<DayFigures>, T> figure) {
			return new Periods<>(figure.apply(last(month, 1)), figure.apply(last(month, DAYS_OF_WEEK)),
					figure.apply(month));
		}

		private static List<DayFigures> last(List<DayFigures> days, int count) {
			return days.subList(Math.max(0, days.size() - count), days.size());
		}

	}

	/**
	 * What became of holds.
	 *
	 * @param made how many were made
	 * @param confirmed how many of them became bookings
	 * @param conversion the share, from 0 to 1; null where none was made
	 */
	public record Holds(long made, long confirmed, @Nullable BigDecimal conversion) {

		private static Holds of(long made, long confirmed) {
			return new Holds(made, confirmed, (made == 0) ? null
					: BigDecimal.valueOf(confirmed).divide(BigDecimal.valueOf(made), 4, RoundingMode.HALF_UP));
		}

	}

	/**
	 * One day in short.
	 *
	 * @param day the day
	 * @param holds holds made
	 * @param bookings bookings confirmed that still stand
	 * @param seats their seats
	 * @param revenue what they and those cancelled since brought in
	 * @param cancellations bookings cancelled
	 */
	public record DayLine(String day, long holds, long bookings, long seats, Money revenue, long cancellations) {

		private static DayLine of(DayFigures figures) {
			return new DayLine(figures.day(), figures.holds(), figures.bookings(), figures.seats(), figures.revenue(),
					figures.cancellations());
		}

	}

}
