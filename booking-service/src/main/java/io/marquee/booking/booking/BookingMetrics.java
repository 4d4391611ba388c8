package io.marquee.booking.booking;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** What operators see of bookings. */
@Component
class BookingMetrics {

	private final MeterRegistry meters;

	private final Counter held;

	private final Counter confirmed;

	private final AtomicLong activeHolds = new AtomicLong();

	BookingMetrics(MeterRegistry meters) {
		this.meters = meters;
		this.held = Counter.builder("marquee.bookings.held")
			.description("Bookings that got their seats held")
			.baseUnit("bookings")
			.register(meters);
		this.confirmed = Counter.builder("marquee.bookings.confirmed")
			.description("Bookings that were paid and confirmed")
			.baseUnit("bookings")
			.register(meters);
		Gauge.builder("marquee.holds.active", this.activeHolds, AtomicLong::get)
			.description("Bookings whose seats are held and not yet paid, as of the last count")
			.baseUnit("bookings")
			.register(meters);
	}

	void happened(BookingEventType event) {
		if (event == BookingEventType.HELD) {
			this.held.increment();
		}
		else if (event == BookingEventType.CONFIRMED) {
			this.confirmed.increment();
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
