package io.marquee.booking.booking;

/** What others can learn of a booking. */
enum BookingEventType {

	HELD("booking.held", "Bookings that got their seats held"),
	CONFIRMED("booking.confirmed", "Bookings that were paid and confirmed"),
	EXPIRED("booking.expired", "Bookings whose hold ran out"),
	RELEASED("booking.released", "Bookings whose hold was given back"),
	PAYMENT_FAILED("booking.payment-failed", "Payments of bookings that brought no money"),
	CANCELLED("booking.cancelled", "Bookings that were cancelled, by whomever"),
	REFUNDED("booking.refunded", "Refunds of bookings that arrived"),
	ADMITTED("ticket.admitted", "Bookings whose people were let in");

	private final String name;

	private final String happening;

	BookingEventType(String name, String happening) {
		this.name = name;
		this.happening = happening;
	}

	String type() {
		return "marquee." + this.name;
	}

	String metric() {
		return "marquee.bookings." + this.name.substring(this.name.indexOf('.') + 1);
	}

	String happening() {
		return this.happening;
	}

}
