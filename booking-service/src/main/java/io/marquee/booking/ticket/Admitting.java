package io.marquee.booking.ticket;

import java.time.Clock;
import java.time.Instant;
import java.util.regex.Pattern;

import io.marquee.booking.booking.Booking;
import io.marquee.booking.booking.BookingCode;
import io.marquee.booking.booking.BookingId;
import io.marquee.booking.booking.CheckingIn;
import io.marquee.booking.booking.FindingBookings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Decides at the door who is let in, and says why not. */
@Service
public class Admitting {

	/** As forgers write it too, with an empty signature. */
	private static final Pattern JWS = Pattern.compile("[\\w-]*\\.[\\w-]*\\.[\\w-]*");

	private final TicketSigner signer;

	private final FindingBookings bookings;

	private final CheckingIn checkingIn;

	private final TicketSettings settings;

	private final Clock clock;

	Admitting(TicketSigner signer, FindingBookings bookings, CheckingIn checkingIn, TicketSettings settings,
			Clock clock) {
		this.signer = signer;
		this.bookings = bookings;
		this.checkingIn = checkingIn;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Lets the people of a ticket in, once.
	 * @param code what was scanned, or the booking code as it was typed
	 * @param nonce of this scan; sent again, it gets the same answer
	 * @param showId the show behind this door, or null if any will do
	 * @param by who stands at the door
	 * @return the entry
	 */
	public CheckingIn.Entry admit(String code, String nonce, @Nullable String showId, String by) {
		Booking found = find(code.strip());
		if (showId != null && !showId.equals(found.show().id())) {
			throw TicketProblems.wrongShow(found.show());
		}
		return this.checkingIn.admit(found.id(), nonce, by, this::check);
	}

	private Booking find(String code) {
		if (JWS.matcher(code).matches()) {
			BookingId id = this.signer.verify(code).orElseThrow(TicketProblems::forged);
			return this.bookings.find(id).orElseThrow(TicketProblems::unknown);
		}
		return BookingCode.parse(code).flatMap(this.bookings::find).orElseThrow(TicketProblems::unknown);
	}

	private void check(Booking booking) {
		switch (booking.status()) {
			case CONFIRMED -> {
				// Paid, and the seats are theirs.
			}
			case CANCELLED -> throw TicketProblems.cancelled();
			case REFUND_PENDING ->
				throw (booking.cancellation() != null) ? TicketProblems.cancelled() : TicketProblems.refunded();
			case REFUNDED -> throw TicketProblems.refunded();
			default -> throw TicketProblems.notPaid();
		}
		if (booking.admission() != null) {
			throw TicketProblems.alreadyAdmitted(booking.admission().at(), booking.show());
		}
		Instant now = this.clock.instant();
		Instant opens = booking.show().startsAt().minus(this.settings.admissionOpens());
		if (now.isBefore(opens)) {
			throw TicketProblems.tooEarly(opens, booking.show());
		}
		Instant ends = booking.show().endsAt();
		if (ends != null && !now.isBefore(ends)) {
			throw TicketProblems.tooLate(ends, booking.show());
		}
	}

}
