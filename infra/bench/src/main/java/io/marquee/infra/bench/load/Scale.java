package io.marquee.infra.bench.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.marquee.infra.bench.http.Connection;
import io.marquee.infra.bench.stack.BookingProcess;
import io.marquee.infra.bench.stack.Programme;
import io.marquee.infra.bench.stack.Stack;
import io.marquee.infra.bench.stack.StackPlan;
import io.marquee.infra.local.Home;
import io.marquee.infra.local.process.ResidentSet;
import io.marquee.infra.local.suite.Progress;

/**
 * What a booking costs among a million others, against one among ten thousand: two whole
 * stacks side by side, under load in turns.
 */
public final class Scale {

	private static final long FEW = 10_000;

	private static final int ROUNDS = 7;

	private static final int CONNECTIONS = 8;

	private static final int WARM = 5_000;

	private static final Duration LONGEST_WARM_UP = Duration.ofMinutes(2);

	private static final Duration ROUND = Duration.ofSeconds(6);

	/** So that no port of one stack is a port of the other. */
	private static final int APART = 20;

	private static final int SHOWS = 120;

	private static final int SEATS = 600;

	private final int portOffset;

	private final Home home;

	private final Report report;

	private final Consumer<String> progress;

	/**
	 * A measurement.
	 * @param portOffset what is added to every usual port
	 * @param home where the files go
	 * @param report takes the figures
	 * @param progress is told how it goes on
	 */
	public Scale(int portOffset, Home home, Report report, Consumer<String> progress) {
		this.portOffset = portOffset;
		this.home = home;
		this.report = report;
		this.progress = progress;
	}

	/**
	 * Measures.
	 * @param many how many bookings are many
	 * @param heap the heap for the store with many
	 * @throws InterruptedException when interrupted
	 */
	public void run(long many, String heap) throws InterruptedException {
		try (Stack few = start("few", 0, heap); Stack lots = start("many", APART, heap)) {
			Side small = new Side(few, FEW);
			Side large = new Side(lots, many);
			small.warmUp();
			large.warmUp();
			for (int i = 0; i < ROUNDS; i++) {
				small.measure();
				large.measure();
			}
			double ratio = median(small.rates) / median(large.rates);
			this.report.add("cost of a booking at %,d bookings against %,d".formatted(many, FEW), "1.5 ×, goal 1.1 ×",
					"%.2f × (%.0f/s against %.0f/s, medians of %d interleaved rounds with %d connections)"
						.formatted(ratio, median(large.rates), median(small.rates), ROUNDS, CONNECTIONS));
			this.report.note(
					"CPU time of one booking in booking-service and the store, medians: %.2f ms among %,d, %.2f ms among %,d."
						.formatted(median(large.cpu), many, median(small.cpu), FEW));
			this.report.note("The store with %,d bookings holds %,d MiB, that with %,d %,d MiB.".formatted(many,
					large.megabytes(), FEW, small.megabytes()));
		}
	}

	private Stack start(String name, int apart, String heap) throws InterruptedException {
		this.progress.accept("starting the stack with " + name + " bookings");
		Path state = this.home.state().resolve(name);
		StackPlan plan = StackPlan.of(this.portOffset + apart, List.of(BookingProcess.first())).withStoreHeap(heap);
		return Stack.start(plan, new Home(this.home.repository(), state), Progress.NONE);
	}

	private static double median(List<Double> values) {
		return values.stream().sorted(Comparator.naturalOrder()).toList().get(values.size() / 2);
	}

	private final class Side {

		private final Stack stack;

		private final Loop loop;

		private final long size;

		private final List<Double> rates = new ArrayList<>();

		private final List<Double> cpu = new ArrayList<>();

		private Side(Stack stack, long size) {
			this.stack = stack;
			this.size = size;
			int port = stack.port(BookingProcess.first().port());
			Orders orders = new Orders(stack.mint(), new Programme(stack).schedule(SHOWS, SEATS, Duration.ofDays(2)),
					2_000);
			try (Connection connection = new Connection(port)) {
				Orders.Order first = orders.make(connection);
				if (first.isFailed()) {
					throw new IllegalStateException(first.failure());
				}
			}
			Crowd.load(stack.mongoUri(), size, Scale.this.progress);
			this.loop = new Loop(orders, port, CONNECTIONS);
		}

		private void warmUp() throws InterruptedException {
			long end = System.nanoTime() + LONGEST_WARM_UP.toNanos();
			for (long made = 0; made < WARM && System.nanoTime() < end;) {
				made += round().latencies().count();
			}
		}

		private void measure() throws InterruptedException {
			CpuTimes times = CpuTimes
				.of(Map.of("service", this.stack.pid("booking-service"), "store", this.stack.pid("mongo-store")));
			Loop.Run run = round();
			this.rates.add(run.perSecond());
			this.cpu.add(times.millisPerUnit(run.latencies().count()));
		}

		private Loop.Run round() throws InterruptedException {
			Loop.Run run = this.loop.closed(ROUND);
			Scale.this.progress
				.accept("among %,d: %.0f/s, %s".formatted(this.size, run.perSecond(), run.latencies().text()));
			List<String> failures = run.latencies().failures();
			if (!failures.isEmpty()) {
				Scale.this.report.note("%d orders among %,d bookings failed, such as: %.200s".formatted(failures.size(),
						this.size, failures.getFirst()));
			}
			return run;
		}

		private long megabytes() {
			return ResidentSet.of(this.stack.pid("mongo-store")) / (1024 * 1024);
		}

	}

}
