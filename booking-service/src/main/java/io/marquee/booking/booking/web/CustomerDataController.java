package io.marquee.booking.booking.web;

import java.time.Instant;
import java.util.List;

import io.marquee.booking.booking.Booking;
import io.marquee.booking.booking.BookingId;
import io.marquee.booking.booking.Cancellation;
import io.marquee.booking.booking.FindingBookings;
import io.marquee.booking.booking.LedgerEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is held about a customer, for auth-service to show them. */
@RestController
class CustomerDataController {

	private static final int LIMIT = 500;

	private final FindingBookings finding;

	CustomerDataController(FindingBookings finding) {
		this.finding = finding;
	}

	@GetMapping("/internal/users/{id}/data")
	HeldPage data(@PathVariable String id, @RequestParam(defaultValue = "") String after) {
		List<Booking> bookings = this.finding.heldOf(id, BookingId.parse(after).orElse(null), LIMIT);
		return new HeldPage(bookings.stream().map(HeldBooking::of).toList(),
				(bookings.size() == LIMIT) ? bookings.getLast().id().value() : null);
	}

	/** A page, and where it ends if there is another one. */
	record HeldPage(List<HeldBooking> items, @Nullable String next) {
	}

	/**
	 * All that is held of a booking, but for who of the staff had to do with it.
	 *
	 * @param order the booking with its payment and refunds
	 * @param ledger all money that moved, the oldest first
	 */
	record HeldBooking(String id, OrderView order, Instant holdExpiresAt, @Nullable Instant confirmedAt,
			List<LedgerEntry> ledger, @Nullable HeldCancellation cancellation, @Nullable Instant admittedAt) {

		static HeldBooking of(Booking booking) {
			return new HeldBooking(booking.id().value(), OrderView.of(booking), booking.holdExpiresAt(),
					booking.confirmedAt(), booking.ledger(), HeldCancellation.of(booking.cancellation()),
					(booking.admission() != null) ? booking.admission().at() : null);
		}

	}

	/** Why it ended before its show. */
	record HeldCancellation(Cancellation.Reason reason, @Nullable String note, Instant at) {

		static @Nullable HeldCancellation of(@Nullable Cancellation cancellation) {
			return (cancellation != null)
					? new HeldCancellation(cancellation.reason(), cancellation.note(), cancellation.at()) : null;
		}

	}

}
