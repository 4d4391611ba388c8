package io.marquee.booking.booking;

/** What others can learn of a booking. */
enum BookingEventType {

	HELD("held"), CONFIRMED("confirmed"), EXPIRED("expired"), RELEASED("released"), PAYMENT_FAILED("payment-failed"),
	REFUNDED("refunded");

	private final String type;

	BookingEventType(String name) {
		this.type = "marquee.booking." + name;
	}

	String type() {
		return this.type;
	}

}
