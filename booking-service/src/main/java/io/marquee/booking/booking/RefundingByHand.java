package io.marquee.booking.booking;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gives money back because somebody of the staff says so. */
@Service
public class RefundingByHand {

	private final Bookings bookings;

	private final Clock clock;

	RefundingByHand(Bookings bookings, Clock clock) {
		this.bookings = bookings;
		this.clock = clock;
	}

	/**
	 * Gives money back. A confirmed booking ends by it and its seats are free.
	 * @param id the booking
	 * @param wanted how much, or null for all that is left
	 * @param by who says so
	 * @param note why, if said
	 * @return the booking
	 */
	public Booking refund(BookingId id, @Nullable Money wanted, String by, @Nullable String note) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		Cancellation cancellation = new Cancellation(Cancellation.Reason.STAFF, by, note, now);
		return this.bookings.change(id, (booking) -> {
			Money left = booking.balance();
			Money amount = (wanted != null) ? wanted : left;
			if (!amount.currency().equals(left.currency()) || amount.compareTo(left) > 0) {
				throw BookingProblems.refundTooLarge(left);
			}
			try {
				return booking.refundByHand(amount, cancellation);
			}
			catch (IllegalTransitionException ex) {
				throw BookingProblems.notRefundable(booking);
			}
		}).after();
	}

}
