package io.marquee.infra.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import io.marquee.infra.bench.http.Connection;

/** Makes orders, as fast as they are served or at a given rate. */
final class Loop {

	private final Orders orders;

	private final int port;

	private final int connections;

	Loop(Orders orders, int port, int connections) {
		this.orders = orders;
		this.port = port;
		this.connections = connections;
	}

	/** Each connection makes its next order when the last one is served. */
	Run closed(Duration time) throws InterruptedException {
		long end = System.nanoTime() + time.toNanos();
		Latencies latencies = new Latencies();
		return run(latencies, (connection) -> {
			while (System.nanoTime() < end) {
				latencies.add(this.orders.make(connection), 0);
			}
		});
	}

	/**
	 * Orders come at their times whether or not those before are served; one that must
	 * wait for a connection has waited since it came.
	 */
	Run open(double rate, Duration time) throws InterruptedException {
		long start = System.nanoTime();
		long count = (long) (rate * time.toSeconds());
		AtomicLong next = new AtomicLong();
		Latencies latencies = new Latencies();
		return run(latencies, (connection) -> {
			for (long i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
				long due = start + (long) (i * 1e9 / rate);
				for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
					LockSupport.parkNanos(wait);
				}
				long late = System.nanoTime() - due;
				latencies.add(this.orders.make(connection), late);
			}
		});
	}

	private Run run(Latencies latencies, Worker worker) throws InterruptedException {
		long start = System.nanoTime();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> all = new ArrayList<>();
			for (int i = 0; i < this.connections; i++) {
				all.add(threads.submit(() -> {
					try (Connection connection = new Connection(this.port)) {
						worker.work(connection);
					}
				}));
			}
			for (Future<?> one : all) {
				one.get();
			}
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
		return new Run(latencies, Duration.ofNanos(System.nanoTime() - start));
	}

	/** What one connection does. */
	@FunctionalInterface
	private interface Worker {

		void work(Connection connection);

	}

	/**
	 * What came of it.
	 *
	 * @param latencies how long the orders took
	 * @param time how long all took
	 */
	record Run(Latencies latencies, Duration time) {

		double perSecond() {
			return this.latencies.count() / (this.time.toNanos() / 1e9);
		}

	}

}
