package io.marquee.booking.booking.web;

import java.time.Instant;
import java.util.List;

import io.marquee.booking.booking.Admission;
import io.marquee.booking.booking.BookedShow;
import io.marquee.booking.booking.Booking;
import io.marquee.booking.booking.BookingStatus;
import io.marquee.booking.booking.Cancellation;
import io.marquee.booking.booking.LedgerEntry;
import io.marquee.booking.booking.Payment;
import io.marquee.booking.booking.Price;
import io.marquee.booking.booking.Refund;
import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A booking with all that a person needs who helps its owner.
 *
 * @param show as it was at the hold, with what was promised for a cancellation
 * @param payment what is known of the latest attempt
 * @param ledger all money that moved, the oldest first
 * @param balance money taken and not given back
 * @param refund the latest one, under way or done
 */
record AdminBookingView(String id, String bookingId, String bookingCode, String orderId, String paymentId,
		BookingStatus status, String userId, BookedShow show, List<String> seats,
		List<BookingView.SeatView> seatDetails, Price price, Money amount, Instant expiresAt,
		@Nullable Instant confirmedAt, Payment payment, List<LedgerEntry> ledger, Money balance,
		@Nullable Refund refund, @Nullable Cancellation cancellation, @Nullable AdmissionView admission,
		Instant createdAt, Instant updatedAt) {

	static AdminBookingView of(Booking booking) {
		String id = booking.id().value();
		return new AdminBookingView(id, id, booking.code().value(), booking.id().orderId(), booking.id().paymentId(),
				booking.status(), booking.userId(), booking.show(), booking.seatNames(),
				booking.seats().stream().map(BookingView.SeatView::of).toList(), booking.price(),
				booking.price().total(), booking.holdExpiresAt(), booking.confirmedAt(), booking.payment(),
				booking.ledger(), booking.balance(), booking.refund(), booking.cancellation(),
				AdmissionView.of(booking.admission()), booking.createdAt(), booking.updatedAt());
	}

	/**
	 * When its people were let in.
	 *
	 * @param by who let them in
	 */
	record AdmissionView(Instant at, String by) {

		static @Nullable AdmissionView of(@Nullable Admission admission) {
			return (admission != null) ? new AdmissionView(admission.at(), admission.by()) : null;
		}

	}

}
