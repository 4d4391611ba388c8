package io.marquee.catalog.show;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LocalDaysTests {

	private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

	@Test
	void aLateShowInIndiaIsOnTheNextDayOfItsVenue() {
		assertThat(LocalDays.of(Instant.parse("2026-11-22T19:00:00Z"), ZoneId.of("Asia/Kolkata"))).isEqualTo(DAY);
		assertThat(LocalDays.of(Instant.parse("2026-11-22T18:29:59Z"), ZoneId.of("Asia/Kolkata")))
			.isEqualTo(DAY.minusDays(1));
	}

	@Test
	void aDayThatLosesAnHourIsStillOneDay() {
		ZoneId berlin = ZoneId.of("Europe/Berlin");
		LocalDate change = LocalDate.of(2026, 3, 29);
		assertThat(LocalDays.of(Instant.parse("2026-03-28T23:00:00Z"), berlin)).isEqualTo(change);
		assertThat(LocalDays.of(Instant.parse("2026-03-29T21:59:59Z"), berlin)).isEqualTo(change);
		assertThat(LocalDays.of(Instant.parse("2026-03-29T22:00:00Z"), berlin)).isEqualTo(change.plusDays(1));
	}

}
