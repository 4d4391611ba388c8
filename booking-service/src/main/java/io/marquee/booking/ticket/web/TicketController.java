package io.marquee.booking.ticket.web;

import io.marquee.booking.booking.BookingId;
import io.marquee.booking.booking.BookingProblems;
import io.marquee.booking.booking.Customer;
import io.marquee.booking.ticket.IssuingTickets;
import io.marquee.booking.ticket.Ticket;
import io.marquee.booking.ticket.TicketFiles;
import io.marquee.platform.security.CurrentUser;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tickets for their owners, and the same files for the mails of notification-service. */
@RestController
class TicketController {

	private static final String OWN = "/api/v1/bookings/{id}";

	private static final String INTERNAL = "/internal/bookings/{id}";

	private final IssuingTickets tickets;

	TicketController(IssuingTickets tickets) {
		this.tickets = tickets;
	}

	@GetMapping(OWN + "/ticket")
	ResponseEntity<TicketView> ticket(@PathVariable String id, CurrentUser user) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore().cachePrivate())
			.body(TicketView.of(own(id, user)));
	}

	@GetMapping(OWN + "/ticket.png")
	ResponseEntity<byte[]> picture(@PathVariable String id,
			@RequestParam(defaultValue = "512") @Min(128) @Max(1024) int size, CurrentUser user) {
		return TicketFiles.picture(own(id, user), size);
	}

	@GetMapping(OWN + "/ticket.pdf")
	ResponseEntity<byte[]> page(@PathVariable String id, CurrentUser user) {
		return TicketFiles.page(own(id, user));
	}

	@GetMapping(OWN + "/calendar.ics")
	ResponseEntity<byte[]> calendar(@PathVariable String id, CurrentUser user) {
		return TicketFiles.calendar(own(id, user));
	}

	@GetMapping(INTERNAL + "/ticket.png")
	ResponseEntity<byte[]> picture(@PathVariable String id,
			@RequestParam(defaultValue = "512") @Min(128) @Max(1024) int size) {
		return TicketFiles.picture(this.tickets.of(parse(id)), size);
	}

	@GetMapping(INTERNAL + "/ticket.pdf")
	ResponseEntity<byte[]> page(@PathVariable String id) {
		return TicketFiles.page(this.tickets.of(parse(id)));
	}

	@GetMapping(INTERNAL + "/calendar.ics")
	ResponseEntity<byte[]> calendar(@PathVariable String id) {
		return TicketFiles.calendar(this.tickets.of(parse(id)));
	}

	private Ticket own(String id, CurrentUser user) {
		return this.tickets.ofCustomer(parse(id), Customer.of(user, Customer.READ));
	}

	private static BookingId parse(String id) {
		return BookingId.parse(id).orElseThrow(BookingProblems::notFound);
	}

}
