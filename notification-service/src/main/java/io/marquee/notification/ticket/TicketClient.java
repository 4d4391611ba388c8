package io.marquee.notification.ticket;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Asks booking-service.
 */
@FeignClient(name = "booking-service")
interface TicketClient {

	@GetMapping("/internal/bookings/{id}/ticket.png")
	byte[] picture(@PathVariable("id") String bookingId);

	@GetMapping("/internal/bookings/{id}/ticket.pdf")
	byte[] page(@PathVariable("id") String bookingId);

	@GetMapping("/internal/bookings/{id}/calendar.ics")
	byte[] calendar(@PathVariable("id") String bookingId);

}
