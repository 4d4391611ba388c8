package io.marquee.booking.booking;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

import io.marquee.booking.payment.Charge;
import io.marquee.booking.payment.PaymentProvider;
import io.marquee.booking.payment.PaymentUnclearException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks after every booking that is due: expires holds, asks what became of payments, and
 * refunds. Any number of replicas may do so at once, as each step is conditional and each
 * refund has its key.
 */
@Component
class WatchingDeadlines {

	private static final Log log = LogFactory.getLog(WatchingDeadlines.class);

	private static final int BATCH = 500;

	private static final int AT_ONCE = 16;

	private final Bookings bookings;

	private final PaymentProvider provider;

	private final SettlingPayments settling;

	private final BookingMetrics metrics;

	private final Clock clock;

	WatchingDeadlines(Bookings bookings, PaymentProvider provider, SettlingPayments settling, BookingMetrics metrics,
			Clock clock) {
		this.bookings = bookings;
		this.provider = provider;
		this.settling = settling;
		this.metrics = metrics;
		this.clock = clock;
	}

	@Scheduled(initialDelayString = "${marquee.booking.sweep-interval:1s}",
			fixedDelayString = "${marquee.booking.sweep-interval:1s}")
	void sweep() {
		try {
			lookAfter(this.bookings.due(now(), BATCH));
		}
		catch (DataAccessException ex) {
			log.warn("Due bookings must wait, the database does not answer: " + ex.getMessage());
		}
	}

	@Scheduled(initialDelayString = "${marquee.booking.count-interval:10s}",
			fixedDelayString = "${marquee.booking.count-interval:10s}")
	void count() {
		try {
			this.metrics.activeHolds(this.bookings.countHolds(now()));
		}
		catch (DataAccessException ex) {
			log.debug("Holds cannot be counted", ex);
		}
	}

	private void lookAfter(List<BookingId> due) {
		// A slow provider must not hold up the expiry of other bookings.
		Semaphore places = new Semaphore(AT_ONCE);
		try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
			for (BookingId id : due) {
				places.acquireUninterruptibly();
				workers.execute(() -> {
					try {
						lookAfter(id);
					}
					catch (RuntimeException ex) {
						log.error("Booking " + id + " is due and could not be looked after", ex);
					}
					finally {
						places.release();
					}
				});
			}
		}
	}

	private void lookAfter(BookingId id) {
		Booking booking = this.bookings.find(id).orElse(null);
		if (booking == null || !booking.isDue(now())) {
			return;
		}
		switch (booking.status()) {
			case HELD -> this.bookings.change(id, this::expire);
			case PAYING, EXPIRED, CANCELLED -> ask(booking);
			case REFUND_PENDING -> refund(booking);
			default -> log.error("Booking " + id + " is " + booking.status() + " and due, which must not be");
		}
	}

	private Change expire(Booking booking) {
		Instant now = now();
		return (booking.status() == BookingStatus.HELD && booking.holdIsOver(now)) ? booking.expire(now)
				: Change.none(booking);
	}

	private void ask(Booking booking) {
		BookingId id = booking.id();
		try {
			Optional<Charge> charge = find(booking);
			if (charge.isPresent()) {
				this.settling.settle(id, charge.get());
			}
			else {
				this.bookings.change(id, (current) -> current.stillOpen(false, now()));
			}
		}
		catch (PaymentUnclearException ex) {
			this.metrics.payment(BookingMetrics.NoCharge.UNCLEAR);
			this.bookings.change(id, (current) -> current.notTold(now()));
		}
	}

	private Optional<Charge> find(Booking booking) {
		String reference = booking.id().paymentId();
		return booking.price().isFree()
				? Optional.of(Charge.ofNothing(booking.paymentKey(), reference, booking.price().total()))
				: this.provider.find(booking.paymentKey(), reference, booking.createdAt(), booking.holdExpiresAt());
	}

	private void refund(Booking booking) {
		String chargeId = booking.payment().chargeId();
		if (chargeId == null) {
			throw new IllegalTransitionException(booking, "refund without a charge");
		}
		try {
			String key = booking.refundKey();
			String refundId = this.provider.refund(key, chargeId, booking.refundUnderWay().amount());
			this.bookings.change(booking.id(),
					(current) -> (current.isRefunding(key)) ? current.refunded(refundId, now()) : Change.none(current));
		}
		catch (PaymentUnclearException ex) {
			log.warn("The refund of booking " + booking.id() + " must wait", ex);
			this.bookings.change(booking.id(), (current) -> (current.isRefunding(booking.refundKey()))
					? current.refundDelayed(now()) : Change.none(current));
		}
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
