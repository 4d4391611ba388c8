package io.marquee.booking.booking;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.springframework.stereotype.Service;

/**
 * Ends a confirmed booking because its owner asks for it. The seats are free at once; the
 * money is {@link WatchingDeadlines}' to give back.
 */
@Service
public class CancellingBooking {

	private final Bookings bookings;

	private final Clock clock;

	CancellingBooking(Bookings bookings, Clock clock) {
		this.bookings = bookings;
		this.clock = clock;
	}

	/**
	 * Cancels a booking by the policy of its venue; done twice it is done once. A hold is
	 * given back.
	 * @param id the booking
	 * @param customer who asks; the owner
	 * @return the booking
	 */
	public Booking cancel(BookingId id, Customer customer) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		Booking booking = this.bookings.change(id, (current) -> step(current, customer, now)).after();
		return switch (booking.status()) {
			case CANCELLED, REFUND_PENDING, REFUNDED -> booking;
			case CONFIRMED -> throw (booking.admission() != null) ? BookingProblems.alreadyAdmitted()
					: BookingProblems.cancellationClosed();
			default -> throw BookingProblems.notCancellable(booking);
		};
	}

	private static Change step(Booking booking, Customer customer, Instant now) {
		if (!booking.userId().equals(customer.id())) {
			throw BookingProblems.notFound();
		}
		return switch (booking.status()) {
			case HELD -> booking.giveBack(now);
			case CONFIRMED -> booking.isCancellable(now)
					? booking.cancel(new Cancellation(Cancellation.Reason.CUSTOMER, customer.id(), null, now))
					: Change.none(booking);
			default -> Change.none(booking);
		};
	}

}
