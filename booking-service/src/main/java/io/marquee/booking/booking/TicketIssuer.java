package io.marquee.booking.booking;

/** Issues tickets. */
public interface TicketIssuer {

	/**
	 * The code of a booking's ticket.
	 * @param booking a confirmed booking
	 * @return what its QR code says
	 */
	String codeOf(Booking booking);

}
