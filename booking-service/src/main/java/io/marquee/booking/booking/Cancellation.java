package io.marquee.booking.booking;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Why a booking ended before its show.
 *
 * @param by who ended it, if it was a person
 * @param note what that person noted
 */
public record Cancellation(Reason reason, @Nullable String by, @Nullable String note, Instant at) {

	/** What ends a booking. */
	public enum Reason {

		/** Its owner did not want it any more. */
		CUSTOMER,
		/** The show will not take place. */
		SHOW_CANCELLED,
		/** Somebody of the staff ended it. */
		STAFF

	}

}
