package io.marquee.booking.booking.web;

import java.time.Instant;
import java.util.List;

import io.marquee.booking.booking.BookedSeat;
import io.marquee.booking.booking.BookedShow;
import io.marquee.booking.booking.Booking;
import io.marquee.booking.booking.BookingStatus;
import io.marquee.booking.booking.Cancellation;
import io.marquee.booking.booking.Price;
import io.marquee.booking.booking.PriceLine;
import io.marquee.booking.booking.Refund;
import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;

/** A booking as its owner sees it. */
record BookingView(String id, String bookingId, String bookingCode, String paymentId, String orderId,
		BookingStatus status, String showId, ShowView show, List<String> seats, List<SeatView> seatDetails,
		Money subtotal, Money discount, List<PriceLine> fees, List<PriceLine> taxes, Money amount,
		@Nullable String couponCode, Instant expiresAt, @Nullable Instant confirmedAt,
		@Nullable CancellationView cancellation, @Nullable RefundView refund, Instant createdAt, Instant updatedAt) {

	static BookingView of(Booking booking) {
		Price price = booking.price();
		String id = booking.id().value();
		return new BookingView(id, id, booking.code().value(), booking.id().paymentId(), booking.id().orderId(),
				booking.status(), booking.show().id(), ShowView.of(booking.show()), booking.seatNames(),
				booking.seats().stream().map(SeatView::of).toList(), price.subtotal(), price.discount(), price.fees(),
				price.taxes(), price.total(), price.couponCode(), booking.holdExpiresAt(), booking.confirmedAt(),
				CancellationView.of(booking.cancellation()), RefundView.of(booking), booking.createdAt(),
				booking.updatedAt());
	}

	/** The show that was booked. */
	record ShowView(String movieId, String movieTitle, String venueId, String venueName, String city, String screenName,
			Instant startsAt, String timeZone) {

		static ShowView of(BookedShow show) {
			return new ShowView(show.movieId(), show.movieTitle(), show.venueId(), show.venueName(), show.city(),
					show.screenName(), show.startsAt(), show.timeZone());
		}

	}

	/** Why it ended before the show. */
	record CancellationView(Cancellation.Reason reason, Instant at) {

		static @Nullable CancellationView of(@Nullable Cancellation cancellation) {
			return (cancellation != null) ? new CancellationView(cancellation.reason(), cancellation.at()) : null;
		}

	}

	/**
	 * Money that goes back.
	 *
	 * @param done whether it arrived
	 */
	record RefundView(Money amount, Instant requestedAt, boolean done) {

		static @Nullable RefundView of(Booking booking) {
			Refund refund = booking.refund();
			return (refund != null)
					? new RefundView(refund.amount(), refund.requestedAt(), booking.status() == BookingStatus.REFUNDED)
					: null;
		}

	}

	/** A seat and what it costs. */
	record SeatView(String seat, String category, Money price) {

		static SeatView of(BookedSeat seat) {
			return new SeatView(seat.seat(), seat.category(), seat.price());
		}

	}

}
