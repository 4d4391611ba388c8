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
import io.marquee.booking.booking.TicketIssuer;
import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;

/** A booking as its owner sees it. */
record BookingView(String id, String bookingId, String bookingCode, String paymentId, String orderId,
		BookingStatus status, String showId, ShowView show, List<String> seats, List<SeatView> seatDetails,
		Money subtotal, Money discount, List<PriceLine> fees, List<PriceLine> taxes, Money amount,
		@Nullable String couponCode, Instant expiresAt, @Nullable Instant confirmedAt, @Nullable TicketView ticket,
		@Nullable CancellationView cancellation, @Nullable RefundView refund, Instant createdAt, Instant updatedAt) {

	/** A booking that cannot have a ticket. */
	static BookingView of(Booking booking) {
		return of(booking, (TicketView) null);
	}

	static BookingView of(Booking booking, TicketIssuer tickets) {
		return of(booking, (booking.status() == BookingStatus.CONFIRMED) ? TicketView.of(booking, tickets) : null);
	}

	private static BookingView of(Booking booking, @Nullable TicketView ticket) {
		Price price = booking.price();
		String id = booking.id().value();
		return new BookingView(id, id, booking.code().value(), booking.id().paymentId(), booking.id().orderId(),
				booking.status(), booking.show().id(), ShowView.of(booking.show()), booking.seatNames(),
				booking.seats().stream().map(SeatView::of).toList(), price.subtotal(), price.discount(), price.fees(),
				price.taxes(), price.total(), price.couponCode(), booking.holdExpiresAt(), booking.confirmedAt(),
				ticket, CancellationView.of(booking.cancellation()), RefundView.of(booking), booking.createdAt(),
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

	/**
	 * Its ticket.
	 *
	 * @param code what the QR code says
	 * @param href where more of it is
	 */
	record TicketView(String code, String href) {

		static TicketView of(Booking booking, TicketIssuer tickets) {
			return new TicketView(tickets.codeOf(booking), "/api/v1/bookings/" + booking.id() + "/ticket");
		}

		/** The code opens doors and stays out of logs. */
		@Override
		public String toString() {
			return "TicketView[" + this.href + "]";
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
