package io.marquee.booking.booking;

/** Where a booking stands. */
public enum BookingStatus {

	/** Seats are held, nothing is paid. */
	HELD,
	/** A payment is under way and its outcome not known. */
	PAYING,
	/** Paid; the seats are owned. */
	CONFIRMED,
	/** The hold ran out. A payment may still come to light. */
	EXPIRED,
	/** The payment was declined when the hold had run out. */
	FAILED,
	/** Ended before the show, and no money is to go back. */
	CANCELLED,
	/** Money was taken that must go back. */
	REFUND_PENDING,
	/** The money went back. */
	REFUNDED,
	/** A person must look at it. */
	REVIEW;

	/**
	 * Whether seats are held or owned in this state.
	 * @return whether the booking carries claims
	 */
	boolean claimsSeats() {
		return this == HELD || this == PAYING || this == CONFIRMED;
	}

}
