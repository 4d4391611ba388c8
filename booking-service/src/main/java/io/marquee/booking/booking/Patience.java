package io.marquee.booking.booking;

import java.time.Duration;

/** How long to wait before a payment provider is asked again. */
final class Patience {

	private Patience() {
	}

	/** Waits 1 s, 2 s, 4 s ... and a minute at most. */
	static Duration after(int checks) {
		return Duration.ofSeconds(Math.min(60, 1L << Math.min(6, checks)));
	}

}
