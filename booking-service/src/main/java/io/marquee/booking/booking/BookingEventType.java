package io.marquee.booking.booking;

/** What others can learn of a booking. */
enum BookingEventType {

	HELD("booking.held"), CONFIRMED("booking.confirmed"), EXPIRED("booking.expired"), RELEASED("booking.released"),
	PAYMENT_FAILED("booking.payment-failed"), CANCELLED("booking.cancelled"), REFUNDED("booking.refunded"),
	ADMITTED("ticket.admitted");

	private final String name;

	BookingEventType(String name) {
		this.name = name;
	}

	String type() {
		return "marquee." + this.name;
	}

}
