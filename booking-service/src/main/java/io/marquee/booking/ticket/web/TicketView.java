package io.marquee.booking.ticket.web;

import java.time.Instant;
import java.util.List;

import io.marquee.booking.ticket.Ticket;
import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as its owner sees it.
 *
 * @param code what the QR code says
 * @param admits how many people
 * @param admitted whether they were let in
 */
record TicketView(String id, String bookingId, String bookingCode, String code, ShowView show, List<String> seats,
		int admits, Money price, boolean admitted, @Nullable Instant admittedAt, LinksView links, Instant createdAt,
		Instant updatedAt) {

	static TicketView of(Ticket ticket) {
		String id = ticket.bookingId();
		Instant admittedAt = ticket.admittedAt();
		return new TicketView(id, id, ticket.bookingCode(), ticket.code(), ShowView.of(ticket), ticket.seats(),
				ticket.admits(), ticket.price(), admittedAt != null, admittedAt, LinksView.of(id), ticket.issuedAt(),
				(admittedAt != null) ? admittedAt : ticket.issuedAt());
	}

	/** The code opens doors and stays out of logs. */
	@Override
	public String toString() {
		return "TicketView[" + this.id + "]";
	}

	/**
	 * The show.
	 *
	 * @param localStart when it starts, as the clock at the cinema shows it
	 */
	record ShowView(String showId, String movieTitle, String venueName, String city, String screenName,
			Instant startsAt, Instant endsAt, String timeZone, String localStart) {

		static ShowView of(Ticket ticket) {
			return new ShowView(ticket.showId(), ticket.movieTitle(), ticket.venueName(), ticket.city(),
					ticket.screenName(), ticket.startsAt(), ticket.endsAt(), ticket.timeZone(),
					ticket.day() + ", " + ticket.time() + " " + ticket.zone());
		}

	}

	/** Where its files are. */
	record LinksView(String png, String pdf, String calendar) {

		static LinksView of(String id) {
			String base = "/api/v1/bookings/" + id;
			return new LinksView(base + "/ticket.png", base + "/ticket.pdf", base + "/calendar.ics");
		}

	}

}
