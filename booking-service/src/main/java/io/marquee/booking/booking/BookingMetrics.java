package io.marquee.booking.booking;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** What operators see of bookings. */
@Component
class BookingMetrics {

	private final MeterRegistry meters;

	private final Map<BookingEventType, Counter> events = new EnumMap<>(BookingEventType.class);

	private final AtomicLong activeHolds = new AtomicLong();

	BookingMetrics(MeterRegistry meters) {
		this.meters = meters;
		this.events.put(BookingEventType.HELD,
				Counter.builder("marquee.bookings.held")
					.description("Bookings that got their seats held")
					.baseUnit("bookings")
					.register(meters));
		this.events.put(BookingEventType.CONFIRMED,
				Counter.builder("marquee.bookings.confirmed")
					.description("Bookings that were paid and confirmed")
					.baseUnit("bookings")
					.register(meters));
		this.events.put(BookingEventType.EXPIRED,
				Counter.builder("marquee.bookings.expired")
					.description("Bookings whose hold ran out")
					.baseUnit("bookings")
					.register(meters));
		this.events.put(BookingEventType.RELEASED,
				Counter.builder("marquee.bookings.released")
					.description("Bookings whose hold was given back")
					.baseUnit("bookings")
					.register(meters));
		this.events.put(BookingEventType.PAYMENT_FAILED,
				Counter.builder("marquee.bookings.payment.failed")
					.description("Payments of bookings that brought no money")
					.baseUnit("bookings")
					.register(meters));
		this.events.put(BookingEventType.CANCELLED,
				Counter.builder("marquee.bookings.cancelled")
					.description("Bookings that were cancelled, by whomever")
					.baseUnit("bookings")
					.register(meters));
		this.events.put(BookingEventType.REFUNDED,
				Counter.builder("marquee.bookings.refunded")
					.description("Refunds of bookings that arrived")
					.baseUnit("bookings")
					.register(meters));
		this.events.put(BookingEventType.ADMITTED,
				Counter.builder("marquee.bookings.admitted")
					.description("Bookings whose people were let in")
					.baseUnit("bookings")
					.register(meters));
		Gauge.builder("marquee.holds.active", this.activeHolds, AtomicLong::get)
			.description("Bookings whose seats are held and not yet paid, as of the last count")
			.baseUnit("bookings")
			.register(meters);
	}

	void happened(BookingEventType event) {
		Counter counter = this.events.get(event);
		if (counter != null) {
			counter.increment();
		}
	}

	/** How a call to the payment provider, or a report of it, came out. */
	void payment(Enum<?> outcome) {
		Counter.builder("marquee.payments")
			.description("Answers and reports of the payment provider, by outcome")
			.baseUnit("payments")
			.tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
			.register(this.meters)
			.increment();
	}

	void activeHolds(long count) {
		this.activeHolds.set(count);
	}

	/** Outcomes that are not a charge. */
	enum NoCharge {

		UNCLEAR, NOT_SENT, UNEXPECTED

	}

}
