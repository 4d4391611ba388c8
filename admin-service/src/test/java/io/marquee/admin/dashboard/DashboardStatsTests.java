package io.marquee.admin.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.marquee.admin.figures.DayFigures;
import io.marquee.admin.figures.DayFigures.Tally;
import io.marquee.admin.totals.Totals;
import io.marquee.platform.money.Money;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DashboardStatsTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	@Test
	void addsUpTodayTheLastSevenDaysAndTheLastThirty() {
		DashboardStats stats = stats(monthOf(10));
		assertThat(stats.bookings()).isEqualTo(new DashboardStats.Periods<>(10L, 70L, 300L));
		assertThat(stats.revenue().week()).isEqualTo(Money.of("7000.00", "INR"));
		assertThat(stats.cancellations().month()).isEqualTo(30L);
		assertThat(stats.byDay()).hasSize(30).last().extracting(DashboardStats.DayLine::day).isEqualTo("2026-11-22");
	}

	@Test
	void saysWhatShareOfTheHoldsBecameBookings() {
		assertThat(stats(monthOf(10)).holds().conversion()).isEqualByComparingTo("0.5");
	}

	@Test
	void knowsNoConversionWhereNothingWasHeld() {
		assertThat(stats(monthOf(0)).holds().conversion()).isNull();
	}

	@Test
	void ranksFilmsOverTheWholeMonth() {
		List<DayFigures> month = new ArrayList<>(monthOf(0));
		month.set(3, day(3, 5, List.of(tally("a", 3), tally("b", 2))));
		month.set(29, day(29, 4, List.of(tally("b", 2), tally("c", 2))));
		assertThat(stats(month).topMovies()).extracting(Tally::id).containsExactly("b", "a", "c");
		assertThat(stats(month).topMovies().getFirst().bookings()).isEqualTo(4);
	}

	private static DashboardStats stats(List<DayFigures> month) {
		return DashboardStats.of(Instant.EPOCH, "Asia/Kolkata", month, new Totals(null, null, null, null, null, null),
				List.of());
	}

	private static List<DayFigures> monthOf(int bookingsADay) {
		return IntStream.range(0, 30).mapToObj((day) -> day(day, bookingsADay, List.of())).toList();
	}

	private static DayFigures day(int day, int bookings, List<Tally> movies) {
		return new DayFigures(TODAY.minusDays(29L - day).toString(), bookings * 2L, bookings, bookings, bookings * 2L,
				Money.of("100.00", "INR").times(bookings), 1, movies, List.of());
	}

	private static Tally tally(String id, int bookings) {
		return new Tally(id, "Film " + id, bookings, bookings * 2L, Money.of("100.00", "INR").times(bookings));
	}

}
