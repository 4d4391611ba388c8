package io.marquee.booking.ticket;

import io.marquee.booking.booking.Booking;
import io.marquee.booking.booking.BookingId;
import io.marquee.booking.booking.BookingProblems;
import io.marquee.booking.booking.BookingStatus;
import io.marquee.booking.booking.Customer;
import io.marquee.booking.booking.FindingBookings;
import io.marquee.booking.booking.TicketIssuer;
import io.marquee.platform.web.ApiException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Gives out the tickets of confirmed bookings. */
@Service
public class IssuingTickets {

	private final FindingBookings bookings;

	private final TicketIssuer issuer;

	IssuingTickets(FindingBookings bookings, TicketIssuer issuer) {
		this.bookings = bookings;
		this.issuer = issuer;
	}

	/**
	 * The ticket of a booking, for its owner.
	 * @param id the booking
	 * @param customer who asks
	 * @return the ticket
	 */
	public Ticket ofCustomer(BookingId id, Customer customer) {
		return ticket(this.bookings.ofCustomer(id, customer));
	}

	/**
	 * The ticket of a booking, for another service.
	 * @param id the booking
	 * @return the ticket
	 */
	public Ticket of(BookingId id) {
		return ticket(this.bookings.find(id).orElseThrow(BookingProblems::notFound));
	}

	private Ticket ticket(Booking booking) {
		if (booking.status() != BookingStatus.CONFIRMED) {
			throw new ApiException(HttpStatus.CONFLICT, "TICKET_NOT_AVAILABLE",
					"Only a confirmed booking has a ticket; this one is " + booking.status());
		}
		return Ticket.of(booking, this.issuer);
	}

}
