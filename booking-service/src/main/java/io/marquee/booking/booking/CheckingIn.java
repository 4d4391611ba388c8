package io.marquee.booking.booking;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

import org.springframework.stereotype.Service;

/** Lets the people of a booking in, once. */
@Service
public class CheckingIn {

	private final Bookings bookings;

	private final Clock clock;

	CheckingIn(Bookings bookings, Clock clock) {
		this.bookings = bookings;
		this.clock = clock;
	}

	/**
	 * Admits the people of a booking. Of two scans at once, one admits and the other is
	 * refused by the check, which then sees the admission.
	 * @param id the booking
	 * @param nonce of the scan; sent again, it gets the answer it got
	 * @param by who lets them in
	 * @param check throws if the booking as it is now must not be let in
	 * @return the booking with its admission
	 */
	public Entry admit(BookingId id, String nonce, String by, Consumer<Booking> check) {
		Admission admission = new Admission(this.clock.instant().truncatedTo(ChronoUnit.MILLIS), by, nonce);
		Change change = this.bookings.change(id, (booking) -> {
			Admission earlier = booking.admission();
			if (earlier == null || !earlier.nonce().equals(nonce)) {
				check.accept(booking);
			}
			return booking.admit(admission);
		});
		return new Entry(change.after(), change.isNone());
	}

	/**
	 * The people of a booking, let in.
	 *
	 * @param repeated whether this scan had let them in before
	 */
	public record Entry(Booking booking, boolean repeated) {
	}

}
