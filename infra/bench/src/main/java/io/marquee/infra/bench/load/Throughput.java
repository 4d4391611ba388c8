package io.marquee.infra.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.marquee.infra.bench.stack.BookingProcess;
import io.marquee.infra.bench.stack.Programme;
import io.marquee.infra.bench.stack.Stack;
import io.marquee.infra.bench.stack.StackPlan;

/**
 * How many bookings a second go through the gateway, and how long one takes at half of
 * that.
 */
public final class Throughput {

	private static final int SHOWS = 300;

	private static final int SEATS = 600;

	private static final int USERS = 5_000;

	/** On a crowded machine the compilers need longer, so it is bookings that count. */
	private static final int WARM = 10_000;

	private static final Duration LONGEST_WARM_UP = Duration.ofMinutes(3);

	private static final Duration ROUND = Duration.ofSeconds(10);

	private static final Duration OPEN = Duration.ofSeconds(30);

	private static final int OPEN_CONNECTIONS = 256;

	private static final int[] CONNECTIONS = { 8, 16, 32, 64 };

	private static final int REPEATS = 3;

	private final Stack stack;

	private final Report report;

	private final Consumer<String> progress;

	/**
	 * A measurement.
	 * @param stack the processes, see {@link #plan}
	 * @param report takes the figures
	 * @param progress is told how it goes on
	 */
	public Throughput(Stack stack, Report report, Consumer<String> progress) {
		this.stack = stack;
		this.report = report;
		this.progress = progress;
	}

	/**
	 * The processes it needs.
	 * @param portOffset what is added to every usual port
	 * @return the plan
	 */
	public static StackPlan plan(int portOffset) {
		return StackPlan.of(portOffset, List.of(BookingProcess.first())).behindGateway().withStoreHeap("2g");
	}

	/**
	 * Measures.
	 * @param profiler profiles booking-service under full load, or does nothing
	 * @throws InterruptedException when interrupted
	 */
	public void run(Profiler profiler) throws InterruptedException {
		this.progress.accept("putting " + SHOWS + " shows on sale, making tokens for " + USERS + " users");
		Orders orders = new Orders(this.stack.mint(),
				new Programme(this.stack).schedule(SHOWS, SEATS, Duration.ofDays(2)), USERS);
		warmUp(orders);
		int best = 0;
		double most = 0;
		for (int connections : CONNECTIONS) {
			Loop.Run run = tell(connections + " connections", closed(orders, connections, ROUND));
			if (run.perSecond() > most) {
				most = run.perSecond();
				best = connections;
			}
		}
		double peak = peak(orders, best);
		profiler.start("booking-service", this.stack.pid("booking-service"));
		CpuTimes cpu = CpuTimes.of(pids());
		Loop.Run full = tell("at peak",
				closed(orders, best, profiler.isOn() ? Duration.ofSeconds(20) : Duration.ofSeconds(5)));
		String shares = cpu.text();
		String each = cpu.perUnit(full.latencies().count());
		profiler.stop().forEach(this.report::note);
		double rate = peak / 2;
		Loop.Run half = tell("%.0f/s, open loop".formatted(rate),
				new Loop(orders, this.stack.gatewayPort(), OPEN_CONNECTIONS).open(rate, OPEN));
		Latencies times = half.latencies();
		this.report.add("hold + pay + confirm, through the gateway, distinct users, memory store",
				"200/s, goal 1,000/s", "%.0f/s with %d connections".formatted(peak, best));
		this.report.add("p99 of a booking at half of peak, open loop", "150 ms, goal 40 ms",
				"%.0f ms (hold %.0f ms, confirm %.0f ms; p50 of a booking %.0f ms) at %.0f/s"
					.formatted(times.booking(99), times.hold(99), times.confirmation(99), times.booking(50), rate));
		this.report.note("CPU at peak, of all cores: " + shares + ".");
		this.report.note("CPU time of one booking: " + each + ".");
	}

	private void warmUp(Orders orders) throws InterruptedException {
		long end = System.nanoTime() + LONGEST_WARM_UP.toNanos();
		for (long made = 0; made < WARM && System.nanoTime() < end;) {
			made += tell("warm-up", closed(orders, 32, ROUND)).latencies().count();
		}
	}

	private double peak(Orders orders, int connections) throws InterruptedException {
		List<Double> rates = new ArrayList<>();
		for (int i = 0; i < REPEATS; i++) {
			rates.add(tell("peak, round " + (i + 1), closed(orders, connections, ROUND)).perSecond());
		}
		rates.sort(Comparator.naturalOrder());
		return rates.get(REPEATS / 2);
	}

	private Loop.Run closed(Orders orders, int connections, Duration time) throws InterruptedException {
		return new Loop(orders, this.stack.gatewayPort(), connections).closed(time);
	}

	private Loop.Run tell(String what, Loop.Run run) {
		List<String> failures = run.latencies().failures();
		this.progress.accept("%s: %.0f/s, %s%s".formatted(what, run.perSecond(), run.latencies().text(),
				failures.isEmpty() ? "" : ", " + failures.size() + " FAILED, such as " + failures.getFirst()));
		if (!failures.isEmpty()) {
			this.report.note("%d of %d orders failed in '%s', such as: %.200s".formatted(failures.size(),
					run.latencies().count() + failures.size(), what, failures.getFirst()));
		}
		return run;
	}

	private Map<String, Long> pids() {
		Map<String, Long> pids = new LinkedHashMap<>();
		for (String name : List.of("booking-service", "gateway", "mongo-store", "kafka", "payments")) {
			pids.put(name, this.stack.pid(name));
		}
		return pids;
	}

}
