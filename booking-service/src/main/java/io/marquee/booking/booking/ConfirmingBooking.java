package io.marquee.booking.booking;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

import io.marquee.booking.catalog.Shows;
import io.marquee.booking.payment.Charge;
import io.marquee.booking.payment.PaymentMethod;
import io.marquee.booking.payment.PaymentNotSentException;
import io.marquee.booking.payment.PaymentProvider;
import io.marquee.booking.payment.PaymentUnclearException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.stereotype.Service;

/**
 * Takes the money for a hold. Dying between any two lines here is safe: the booking is
 * then {@code PAYING} and due, and {@link WatchingDeadlines} asks the provider what
 * became of it.
 */
@Service
public class ConfirmingBooking {

	private static final Log log = LogFactory.getLog(ConfirmingBooking.class);

	private final Shows shows;

	private final Bookings bookings;

	private final PaymentProvider provider;

	private final SettlingPayments settling;

	private final BookingSettings settings;

	private final BookingMetrics metrics;

	private final Clock clock;

	ConfirmingBooking(Shows shows, Bookings bookings, PaymentProvider provider, SettlingPayments settling,
			BookingSettings settings, BookingMetrics metrics, Clock clock) {
		this.shows = shows;
		this.bookings = bookings;
		this.provider = provider;
		this.settling = settling;
		this.settings = settings;
		this.metrics = metrics;
		this.clock = clock;
	}

	/**
	 * Confirms a hold by paying it; confirmed already, it stays so and nothing is
	 * charged.
	 * @param id the booking
	 * @param customer who pays; the owner
	 * @param method how it is paid
	 * @return the booking, confirmed, or paying while the outcome is not known
	 */
	public Booking confirm(BookingId id, Customer customer, PaymentMethod method) {
		Change begun = this.bookings.change(id, (booking) -> begin(booking, customer, method));
		Booking booking = begun.after();
		return switch (booking.status()) {
			case CONFIRMED -> booking;
			case PAYING -> begun.isNone() ? booking : charge(booking, method);
			case REVIEW -> throw BookingProblems.underReview();
			default -> throw BookingProblems.holdGone(booking);
		};
	}

	private Change begin(Booking booking, Customer customer, PaymentMethod method) {
		if (!booking.userId().equals(customer.id())) {
			throw BookingProblems.notFound();
		}
		Instant now = now();
		if (booking.status() == BookingStatus.HELD) {
			if (this.shows.isKnownAsCancelled(booking.show().id())) {
				return booking.showCancelled(now);
			}
			return booking.holdIsOver(now) ? booking.expire(now)
					: booking.startPaying(method.type(), now, this.settings.answerTime());
		}
		if (booking.status() == BookingStatus.PAYING && booking.isDue(now) && !booking.holdIsOver(now)) {
			return booking.payAgain(now, this.settings.answerTime());
		}
		return Change.none(booking);
	}

	private Booking charge(Booking booking, PaymentMethod method) {
		Booking settled;
		try {
			settled = this.settling.settle(booking.id(), chargeFor(booking, method));
		}
		catch (PaymentNotSentException ex) {
			this.metrics.payment(BookingMetrics.NoCharge.NOT_SENT);
			change(booking, (current) -> current.notSent(now()));
			throw BookingProblems.providerUnreachable(ex);
		}
		catch (PaymentUnclearException ex) {
			this.metrics.payment(BookingMetrics.NoCharge.UNCLEAR);
			log.warn("The payment of booking " + booking.id() + " is unclear and will be asked for", ex);
			return change(booking, (current) -> current.notTold(now()));
		}
		return switch (settled.status()) {
			case CONFIRMED, PAYING -> settled;
			case HELD, FAILED -> throw BookingProblems.declined(settled);
			case REVIEW -> throw BookingProblems.underReview();
			default -> throw BookingProblems.holdGone(settled);
		};
	}

	private Charge chargeFor(Booking booking, PaymentMethod method) {
		String reference = booking.id().paymentId();
		return booking.price().isFree() ? Charge.ofNothing(booking.paymentKey(), reference, booking.price().total())
				: this.provider.charge(booking.paymentKey(), reference, booking.price().total(), method);
	}

	private Booking change(Booking booking, Function<Booking, Change> step) {
		return this.bookings.change(booking.id(), step).after();
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
