package io.marquee.offers.redemption;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Asks booking-service. */
@FeignClient(name = "booking-service")
interface BookingClient {

	@GetMapping("/internal/bookings/{id}")
	BookingAnswer find(@PathVariable("id") String id);

	/** That a booking exists; its events tell the rest. */
	record BookingAnswer(String bookingId) {
	}

}
