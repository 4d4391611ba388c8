package io.marquee.booking.booking.web;

import io.marquee.booking.booking.BookingCode;
import io.marquee.booking.booking.BookingId;
import io.marquee.booking.booking.BookingSearch;
import io.marquee.booking.booking.BookingStatus;
import io.marquee.platform.web.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * The filters of the list of all bookings, as they come in the address.
 *
 * @param status one or several, separated by commas
 * @param code the same as bookingCode
 * @param after the id of a booking: only those that follow it
 */
record BookingQuery(@Nullable String userId, @Nullable String showId, @Nullable String venueId,
		@Nullable String movieId, @Nullable String status, @Nullable String code, @Nullable String bookingCode,
		@Nullable String from, @Nullable String to, @Nullable String confirmedFrom, @Nullable String confirmedTo,
		@Nullable String after) {

	BookingSearch search() {
		Parameters parameters = new Parameters();
		String anyCode = text(this.bookingCode);
		BookingSearch search = new BookingSearch(text(this.userId), text(this.showId), text(this.venueId),
				text(this.movieId),
				parameters.read("bookingCode", (anyCode != null) ? anyCode : this.code,
						"must be a code such as K7QM-4XTP",
						(typed) -> BookingCode.parse(typed).orElseThrow(IllegalArgumentException::new)),
				parameters.constants("status", this.status, BookingStatus.class), parameters.moment("from", this.from),
				parameters.moment("to", this.to), parameters.moment("confirmedFrom", this.confirmedFrom),
				parameters.moment("confirmedTo", this.confirmedTo));
		parameters.check();
		return search;
	}

	@Nullable BookingId cursor() {
		Parameters parameters = new Parameters();
		BookingId cursor = parameters.read("after", this.after, "must be the id of a booking",
				(id) -> BookingId.parse(id).orElseThrow(IllegalArgumentException::new));
		parameters.check();
		return cursor;
	}

	private static @Nullable String text(@Nullable String text) {
		return StringUtils.hasText(text) ? text.strip() : null;
	}

}
