package io.marquee.booking.booking;

/** A command that a booking in this state does not take. */
class IllegalTransitionException extends RuntimeException {

	IllegalTransitionException(Booking booking, String command) {
		super("Booking " + booking.id() + " is " + booking.status() + ": " + command + " is not possible");
	}

}
