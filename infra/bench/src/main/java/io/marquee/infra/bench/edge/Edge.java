package io.marquee.infra.bench.edge;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

import io.marquee.infra.bench.load.Profiler;
import io.marquee.infra.bench.load.Report;
import io.marquee.infra.bench.stack.Stack;
import io.marquee.infra.bench.stack.StackPlan;

/**
 * Requests a second through the gateway beside those through nginx, in front of the same
 * catalog-service with the demo catalogue.
 */
public final class Edge {

	private static final String LIST = "/api/v1/user/movies";

	private static final String USUAL = "*/*";

	/** Such callers are answered by the service, never by the gateway's cache. */
	private static final String PAST_THE_CACHE = "application/*";

	private static final int CONNECTIONS = 64;

	private static final int NGINX_PORT = 8_099;

	private static final int ROUNDS = 5;

	/** On a crowded machine the compilers need longer, so it is answers that count. */
	private static final int WARM = 50_000;

	private static final Duration LONGEST_WARM_UP = Duration.ofMinutes(4);

	private static final Duration PROFILED = Duration.ofSeconds(20);

	private static final Duration ROUND = Duration.ofSeconds(8);

	private final Stack stack;

	private final Report report;

	private final Consumer<String> progress;

	/**
	 * A measurement.
	 * @param stack the processes, see {@link #plan}
	 * @param report takes the figures
	 * @param progress is told how it goes on
	 */
	public Edge(Stack stack, Report report, Consumer<String> progress) {
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
		return StackPlan.of(portOffset, List.of()).behindGateway().with(new StackPlan.Catalog(true, List.of()));
	}

	/** Fails where wrk or nginx are missing, before anything is started. */
	public static void requireTools() {
		Tool.find("wrk");
		Tool.find("nginx");
	}

	/**
	 * Measures.
	 * @param directory where nginx keeps its files
	 * @param profiler profiles the gateway while it answers from its cache, or does
	 * nothing
	 * @throws InterruptedException when interrupted
	 */
	public void run(Path directory, Profiler profiler) throws InterruptedException {
		Wrk wrk = new Wrk(Tool.find("wrk"), CONNECTIONS);
		try (Nginx nginx = Nginx.start(Tool.find("nginx"), directory.toAbsolutePath(), this.stack.port(NGINX_PORT),
				this.stack.catalogPort())) {
			String gateway = "http://127.0.0.1:" + this.stack.gatewayPort() + LIST;
			Lane hot = new Lane("gateway, from its cache", wrk, gateway, USUAL);
			Lane proxied = new Lane("nginx, proxying", wrk, nginx.address(LIST), PAST_THE_CACHE);
			Lane passing = new Lane("gateway, proxying", wrk, gateway, PAST_THE_CACHE);
			List<Lane> lanes = List.of(hot, proxied, passing);
			lanes.forEach(Lane::warmUp);
			for (int i = 0; i < ROUNDS; i++) {
				lanes.forEach((lane) -> lane.go(ROUND));
			}
			tell(hot, proxied, passing);
			profiler.start("gateway", this.stack.pid("gateway"));
			if (profiler.isOn()) {
				hot.go(PROFILED);
			}
			profiler.stop().forEach(this.report::note);
		}
	}

	private void tell(Lane hot, Lane proxied, Lane passing) {
		this.report.add("public movie list through the gateway", "3,000/s, goal 2 × nginx proxying to the service",
				"%,.0f/s, %.2f × nginx's %,.0f/s".formatted(hot.median(), hot.median() / proxied.median(),
						proxied.median()));
		this.report.add("gateway against nginx as reverse proxy, same backend, %d connections".formatted(CONNECTIONS),
				"0.7 ×, goal 1.0 ×", "%.2f × (%,.0f/s against %,.0f/s)".formatted(passing.median() / proxied.median(),
						passing.median(), proxied.median()));
		this.report.note("wrk with %d connections, medians of %d interleaved rounds of %d s, after %,d answers each."
			.formatted(CONNECTIONS, ROUNDS, ROUND.toSeconds(), WARM));
	}

	/** One of what is compared. */
	private final class Lane {

		private final String name;

		private final Wrk wrk;

		private final String address;

		private final String accept;

		private final List<Double> rates = new ArrayList<>();

		private Lane(String name, Wrk wrk, String address, String accept) {
			this.name = name;
			this.wrk = wrk;
			this.address = address;
			this.accept = accept;
		}

		private void warmUp() {
			long end = System.nanoTime() + LONGEST_WARM_UP.toNanos();
			for (double answers = 0; answers < WARM && System.nanoTime() < end;) {
				go(ROUND);
				answers += this.rates.getLast() * ROUND.toSeconds();
			}
			this.rates.clear();
		}

		private void go(Duration time) {
			double rate = this.wrk.run(this.address, this.accept, time);
			this.rates.add(rate);
			Edge.this.progress.accept("%s: %,.0f/s".formatted(this.name, rate));
		}

		private double median() {
			return this.rates.stream().sorted(Comparator.naturalOrder()).toList().get(this.rates.size() / 2);
		}

	}

}
