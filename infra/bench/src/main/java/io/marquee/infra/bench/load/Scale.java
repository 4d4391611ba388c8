package io.marquee.infra.bench.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

	private static final Duration WARM_UP = Duration.ofSeconds(25);

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
			small.round(WARM_UP);
			large.round(WARM_UP);
			for (int i = 0; i < ROUNDS; i++) {
				small.measure();
				large.measure();
			}
			double ratio = small.median() / large.median();
			this.report.add("cost of a booking at %,d bookings against %,d".formatted(many, FEW), "1.5 ×, goal 1.1 ×",
					"%.2f × (%.0f/s against %.0f/s, medians of %d interleaved rounds with %d connections)"
						.formatted(ratio, large.median(), small.median(), ROUNDS, CONNECTIONS));
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

	private final class Side {

		private final Stack stack;

		private final Loop loop;

		private final long size;

		private final List<Double> rates = new ArrayList<>();

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

		private void measure() throws InterruptedException {
			this.rates.add(round(ROUND));
		}

		private double round(Duration time) throws InterruptedException {
			Loop.Run run = this.loop.closed(time);
			Scale.this.progress
				.accept("among %,d: %.0f/s, %s".formatted(this.size, run.perSecond(), run.latencies().text()));
			List<String> failures = run.latencies().failures();
			if (!failures.isEmpty()) {
				Scale.this.report.note("%d orders among %,d bookings failed, such as: %.200s".formatted(failures.size(),
						this.size, failures.getFirst()));
			}
			return run.perSecond();
		}

		private double median() {
			return this.rates.stream().sorted(Comparator.naturalOrder()).toList().get(this.rates.size() / 2);
		}

		private long megabytes() {
			return ResidentSet.of(this.stack.pid("mongo-store")) / (1024 * 1024);
		}

	}

}
