package io.marquee.notification.ticket;

import java.util.Optional;
import java.util.Set;

import io.marquee.platform.web.ApiException;

import org.springframework.stereotype.Component;

/**
 * The tickets of bookings.
 */
@Component
public class Tickets {

	private static final Set<String> NONE = Set.of("TICKET_NOT_AVAILABLE", "BOOKING_NOT_FOUND");

	private final TicketClient client;

	Tickets(TicketClient client) {
		this.client = client;
	}

	/**
	 * Looks a ticket up.
	 * @param bookingId its booking
	 * @return the ticket, or nothing if the booking has none any more
	 * @throws ApiException if nobody can say right now
	 */
	public Optional<Ticket> find(String bookingId) {
		try {
			return Optional.of(new Ticket(this.client.picture(bookingId), this.client.page(bookingId),
					this.client.calendar(bookingId)));
		}
		catch (ApiException ex) {
			if (NONE.contains(ex.code())) {
				return Optional.empty();
			}
			throw ex;
		}
	}

}
