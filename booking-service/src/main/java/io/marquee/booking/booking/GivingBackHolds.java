package io.marquee.booking.booking;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.springframework.stereotype.Service;

/** Gives held seats back before the hold runs out. */
@Service
public class GivingBackHolds {

	private final Bookings bookings;

	private final Clock clock;

	GivingBackHolds(Bookings bookings, Clock clock) {
		this.bookings = bookings;
		this.clock = clock;
	}

	/**
	 * Gives the seats back; done twice it is done once.
	 * @param id the booking
	 * @param customer who asks; the owner
	 * @return the booking
	 */
	public Booking giveBack(BookingId id, Customer customer) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		Booking booking = this.bookings.change(id, (current) -> {
			if (!current.userId().equals(customer.id())) {
				throw BookingProblems.notFound();
			}
			return (current.status() == BookingStatus.HELD) ? current.giveBack(now) : Change.none(current);
		}).after();
		return switch (booking.status()) {
			case CANCELLED -> booking;
			case EXPIRED, FAILED -> throw BookingProblems.holdGone(booking);
			default -> throw BookingProblems.holdNotGivenBack(booking);
		};
	}

}
