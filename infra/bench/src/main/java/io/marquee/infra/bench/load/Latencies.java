package io.marquee.infra.bench.load;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long things took, and what went wrong. */
final class Latencies {

	private static final long MOST = TimeUnit.MINUTES.toNanos(2);

	private final Histogram hold = new ConcurrentHistogram(MOST, 3);

	private final Histogram confirmation = new ConcurrentHistogram(MOST, 3);

	private final Histogram booking = new ConcurrentHistogram(MOST, 3);

	private final Queue<String> failures = new ConcurrentLinkedQueue<>();

	/**
	 * Adds an order.
	 * @param order the order
	 * @param late how long it had to wait before it was begun, in ns
	 */
	void add(Orders.Order order, long late) {
		if (order.isFailed()) {
			this.failures.add(order.failure());
			return;
		}
		this.hold.recordValue(Math.min(MOST, late + order.hold()));
		this.confirmation.recordValue(Math.min(MOST, order.confirmation()));
		this.booking.recordValue(Math.min(MOST, late + order.hold() + order.confirmation()));
	}

	long count() {
		return this.booking.getTotalCount();
	}

	List<String> failures() {
		return List.copyOf(this.failures);
	}

	String text() {
		return "hold %s, confirm %s, booking %s".formatted(text(this.hold), text(this.confirmation),
				text(this.booking));
	}

	/** In ms. */
	double hold(double percentile) {
		return this.hold.getValueAtPercentile(percentile) / 1e6;
	}

	/** In ms. */
	double confirmation(double percentile) {
		return this.confirmation.getValueAtPercentile(percentile) / 1e6;
	}

	/** In ms. */
	double booking(double percentile) {
		return this.booking.getValueAtPercentile(percentile) / 1e6;
	}

	private static String text(Histogram histogram) {
		return "p50 %.1f p99 %.1f ms".formatted(histogram.getValueAtPercentile(50) / 1e6,
				histogram.getValueAtPercentile(99) / 1e6);
	}

}
