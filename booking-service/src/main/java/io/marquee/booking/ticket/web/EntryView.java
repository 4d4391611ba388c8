package io.marquee.booking.ticket.web;

import java.time.Instant;
import java.util.List;

import io.marquee.booking.booking.Admission;
import io.marquee.booking.booking.Booking;
import io.marquee.booking.booking.CheckingIn;
import org.jspecify.annotations.Nullable;

/**
 * What the person at the door needs to know.
 *
 * @param repeated whether this very scan came before
 */
record EntryView(boolean admitted, String bookingId, String bookingCode, List<String> seats, String movie, String venue,
		String screen, Instant startsAt, @Nullable Instant admittedAt, boolean repeated) {

	static EntryView of(CheckingIn.Entry entry) {
		Booking booking = entry.booking();
		Admission admission = booking.admission();
		return new EntryView(true, booking.id().value(), booking.code().value(), booking.seatNames(),
				booking.show().movieTitle(), booking.show().venueName(), booking.show().screenName(),
				booking.show().startsAt(), (admission != null) ? admission.at() : null, entry.repeated());
	}

}
