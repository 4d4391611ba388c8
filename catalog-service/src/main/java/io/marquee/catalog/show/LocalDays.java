package io.marquee.catalog.show;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A show's day is the day at its venue.
 */
final class LocalDays {

	private LocalDays() {
	}

	static LocalDate of(Instant instant, ZoneId zone) {
		return instant.atZone(zone).toLocalDate();
	}

}
