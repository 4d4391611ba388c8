package io.marquee.admin.figures;

import java.util.Arrays;
import java.util.Optional;

/**
 * What of a booking's life is counted.
 */
enum Milestone {

	HELD, CONFIRMED, CANCELLED, REFUNDED;

	static Optional<Milestone> of(String eventType) {
		return Arrays.stream(values())
			.filter((milestone) -> eventType.equalsIgnoreCase("marquee.booking." + milestone))
			.findFirst();
	}

}
