package io.marquee.booking.booking;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.marquee.booking.payment.Charge;
import io.marquee.booking.payment.ChargeListener;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Brings what is known of a charge into its booking. The same news may come from an
 * answer, a webhook and a query, at once and in any order.
 */
@Service
class SettlingPayments implements ChargeListener {

	private static final Log log = LogFactory.getLog(SettlingPayments.class);

	private final Bookings bookings;

	private final BookingMetrics metrics;

	private final Clock clock;

	SettlingPayments(Bookings bookings, BookingMetrics metrics, Clock clock) {
		this.bookings = bookings;
		this.metrics = metrics;
		this.clock = clock;
	}

	@Override
	public void charged(Charge charge) {
		BookingId id = BookingId.ofPayment(charge.reference()).orElse(null);
		if (id == null || this.bookings.find(id).isEmpty()) {
			log.warn("Charge " + charge.id() + " belongs to no booking");
			return;
		}
		try {
			settle(id, charge);
		}
		catch (IllegalTransitionException ex) {
			// Repeating the report would not help: told to operators, not to the
			// provider.
			this.metrics.payment(BookingMetrics.NoCharge.UNEXPECTED);
			log.error("Charge " + charge.id() + " is " + charge.status() + " and unexpected", ex);
		}
	}

	Booking settle(BookingId id, Charge charge) {
		this.metrics.payment(charge.status());
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		return switch (charge.status()) {
			case SUCCEEDED -> paid(id, charge, now);
			case DECLINED -> this.bookings.change(id, (booking) -> booking.declined(charge, now)).after();
			case PENDING -> this.bookings.change(id, (booking) -> booking.stillOpen(true, now)).after();
		};
	}

	private Booking paid(BookingId id, Charge charge, Instant now) {
		try {
			return this.bookings.change(id, (booking) -> booking.paid(charge, now)).after();
		}
		catch (DuplicateKeyException ex) {
			log.info("Booking " + id + " was paid after its seats were sold to somebody else");
			return this.bookings.change(id, (booking) -> booking.refundInstead(charge, now)).after();
		}
	}

}
