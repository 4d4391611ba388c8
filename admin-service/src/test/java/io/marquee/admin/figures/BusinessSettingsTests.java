package io.marquee.admin.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BusinessSettingsTests {

	private final BusinessSettings business = new BusinessSettings(ZoneId.of("Asia/Kolkata"), "INR");

	@Test
	void endsTheDayAtMidnightOfTheHouse() {
		assertThat(this.business.day(Instant.parse("2026-11-22T18:29:59Z"))).isEqualTo(LocalDate.of(2026, 11, 22));
		assertThat(this.business.day(Instant.parse("2026-11-22T18:30:00Z"))).isEqualTo(LocalDate.of(2026, 11, 23));
	}

}
