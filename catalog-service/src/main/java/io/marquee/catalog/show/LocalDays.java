package io.marquee.catalog.show;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A show's day is the day at its venue.
 */
final class LocalDays {

	private LocalDays() {
	}

	static LocalDate of(Instant instant, ZoneId zone) {
		return instant.atZone(zone).toLocalDate();
	}

	/**
	 * The first moment at which it is this day anywhere. Together with {@link #latestEnd}
	 * it bounds a search on an index before each show's own day is compared.
	 */
	static Instant earliestStart(LocalDate day) {
		return day.atStartOfDay().toInstant(ZoneOffset.ofHours(14));
	}

	/** The first moment at which this day is over everywhere. */
	static Instant latestEnd(LocalDate day) {
		return day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.ofHours(-12));
	}

}
