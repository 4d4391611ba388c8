package io.marquee.infra.bench.catalog;

import java.util.HashMap;
import java.util.Map;

import io.marquee.infra.bench.http.Answer;
import io.marquee.infra.bench.http.Connection;
import io.marquee.infra.bench.stack.Stack;
import org.HdrHistogram.Histogram;

/**
 * One of the two catalogues, and how long its reads took.
 */
final class Side implements AutoCloseable {

	/** Such callers are answered by the service, never by the gateway's cache. */
	private static final Map<String, String> PAST_THE_CACHE = Map.of("Accept", "application/*");

	private final Stack stack;

	private final Connection connection;

	private final Sample sample;

	private final Map<String, Histogram> times = new HashMap<>();

	private final Map<String, Integer> asked = new HashMap<>();

	Side(Stack stack) {
		this.stack = stack;
		this.connection = new Connection(stack.gatewayPort());
		this.sample = Sample.of(stack.gatewayPort());
	}

	Stack stack() {
		return this.stack;
	}

	/** Reads what differs each time, past the cache. */
	void read(Read kind, int count, boolean counts) {
		for (int i = 0; i < count; i++) {
			int n = this.asked.merge(kind.name(), 1, Integer::sum);
			take(kind.name(), kind.path().apply(this.sample, n), PAST_THE_CACHE, counts);
		}
	}

	/** Reads one page again and again, which the cache keeps. */
	void readHot(Read kind, int count, boolean counts) {
		for (int i = 0; i < count; i++) {
			take(hot(kind), kind.path().apply(this.sample, 0), Map.of(), counts);
		}
	}

	/** In ms. */
	double millis(Read kind, double percentile) {
		return millis(kind.name(), percentile);
	}

	/** In ms. */
	double hotMillis(Read kind, double percentile) {
		return millis(hot(kind), percentile);
	}

	private void take(String name, String path, Map<String, String> headers, boolean counts) {
		long start = System.nanoTime();
		Answer answer = this.connection.send("GET", path, headers, "");
		long time = System.nanoTime() - start;
		if (answer.status() != 200) {
			throw new IllegalStateException(path + " says " + answer);
		}
		if (counts) {
			this.times.computeIfAbsent(name, (key) -> new Histogram(3)).recordValue(time);
		}
	}

	private double millis(String name, double percentile) {
		return this.times.getOrDefault(name, new Histogram(3)).getValueAtPercentile(percentile) / 1e6;
	}

	private static String hot(Read kind) {
		return kind.name() + ", hot";
	}

	@Override
	public void close() {
		this.connection.close();
		this.stack.close();
	}

}
