package io.marquee.booking.booking;

import java.time.Instant;
import java.util.List;

import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What others learn of a booking: its full state, and no personal data but the user's id.
 *
 * @param paymentOpen whether money may still come
 * @param refund what goes back or went back last
 */
record BookingEvent(String bookingId, String bookingCode, String userId, BookingStatus status, String showId,
		String movieId, String movieTitle, String venueId, String venueName, String city, String screenName,
		Instant startsAt, String timeZone, List<String> seats, Money amount, @Nullable Money discount,
		@Nullable String couponCode, @Nullable String offerId, @Nullable String paymentId, boolean paymentOpen,
		Cancellation.@Nullable Reason reason, @Nullable Money refund, @Nullable Instant admittedAt,
		Instant occurredAt) {

	static BookingEvent of(Booking booking) {
		BookedShow show = booking.show();
		Price price = booking.price();
		Progress progress = booking.progress();
		return new BookingEvent(booking.id().value(), booking.code().value(), booking.userId(), booking.status(),
				show.id(), show.movieId(), show.movieTitle(), show.venueId(), show.venueName(), show.city(),
				show.screenName(), show.startsAt(), show.timeZone(), booking.seatNames(), price.total(),
				(price.offerId() != null) ? price.discount() : null, price.couponCode(), price.offerId(),
				booking.id().paymentId(), progress.payment().isOpen(),
				(progress.cancellation() != null) ? progress.cancellation().reason() : null,
				(progress.refund() != null) ? progress.refund().amount() : null,
				(progress.admission() != null) ? progress.admission().at() : null, booking.updatedAt());
	}

}
