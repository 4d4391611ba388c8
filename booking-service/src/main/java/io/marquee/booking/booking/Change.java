package io.marquee.booking.booking;

import org.jspecify.annotations.Nullable;

/**
 * A transition that the aggregate allowed, to be committed if nobody was faster.
 *
 * @param event what others learn of it, if anything
 */
record Change(Booking before, Booking after, @Nullable BookingEventType event) {

	static Change none(Booking booking) {
		return new Change(booking, booking, null);
	}

	boolean isNone() {
		return this.before == this.after;
	}

}
