package io.marquee.booking.booking.web;

import io.marquee.booking.booking.BookingId;
import io.marquee.booking.booking.BookingProblems;
import io.marquee.booking.booking.BookingStatus;
import io.marquee.booking.booking.FindingBookings;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Bookings for other services: offers-service asks whether a hold it helped came to be.
 */
@RestController
class InternalBookingController {

	private final FindingBookings finding;

	InternalBookingController(FindingBookings finding) {
		this.finding = finding;
	}

	@GetMapping("/internal/bookings/{id}")
	KnownBooking get(@PathVariable String id) {
		return BookingId.parse(id)
			.flatMap(this.finding::find)
			.map((booking) -> new KnownBooking(id, booking.status()))
			.orElseThrow(BookingProblems::notFound);
	}

	/** That a booking exists, and where it stands. */
	record KnownBooking(String bookingId, BookingStatus status) {
	}

}
