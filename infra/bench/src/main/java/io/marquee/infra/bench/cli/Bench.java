package io.marquee.infra.bench.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

import io.marquee.infra.bench.catalog.CatalogScale;
import io.marquee.infra.bench.catalog.CatalogSize;
import io.marquee.infra.bench.contention.Contention;
import io.marquee.infra.bench.contention.ContentionReport;
import io.marquee.infra.bench.contention.Size;
import io.marquee.infra.bench.crash.CrashPoint;
import io.marquee.infra.bench.crash.CrashTest;
import io.marquee.infra.bench.edge.Edge;
import io.marquee.infra.bench.load.Profiler;
import io.marquee.infra.bench.load.Report;
import io.marquee.infra.bench.load.Rush;
import io.marquee.infra.bench.load.Scale;
import io.marquee.infra.bench.load.Throughput;
import io.marquee.infra.bench.stack.Stack;
import io.marquee.infra.bench.verify.Findings;
import io.marquee.infra.bench.verify.Verifier;
import io.marquee.infra.local.Home;
import io.marquee.infra.local.MarqueeException;
import io.marquee.infra.local.suite.PlainProgress;
import io.marquee.infra.local.suite.Progress;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./marquee bench}. */
@Command(name = "marquee bench", mixinStandardHelpOptions = true, sortOptions = false,
		description = "Measures and attacks bookings and the catalogue, with processes and data of its own. Without an "
				+ "option it takes the figures of bookings in docs/performance.md: --throughput --rush --scale.")
public final class Bench implements Callable<Integer> {

	@ArgGroup(exclusive = false, heading = "%nWhat to do:%n")
	private What what = new What();

	@ArgGroup(exclusive = false, heading = "%nHow:%n")
	private How how = new How();

	private final long start = System.nanoTime();

	private final Consumer<String> progress = (line) -> System.out
		.println("%6.1f s  %s".formatted(Duration.ofNanos(System.nanoTime() - this.start).toMillis() / 1000.0, line));

	private final Progress starting = new PlainProgress(System.out, System::currentTimeMillis);

	/**
	 * Runs the command.
	 * @param args the command line
	 */
	public static void main(String[] args) {
		System.exit(new CommandLine(new Bench()).setExecutionExceptionHandler((exception, line, parsed) -> {
			if (exception instanceof MarqueeException told) {
				line.getErr().println(told.getMessage());
				line.getErr().println(told.remedy());
				return 1;
			}
			throw exception;
		}).execute(args));
	}

	@Override
	public Integer call() throws Exception {
		Home home = home();
		Report report = new Report(home.repository());
		boolean clean = true;
		if (this.what.contention) {
			clean &= contend(home, report);
		}
		if (this.what.crashes) {
			clean &= crash(home, report);
		}
		if (this.what.measures()) {
			clean &= measure(home, report);
		}
		if (this.what.catalog) {
			new CatalogScale(this.how.portOffset, home, report, this.progress).run(
					new CatalogSize(this.how.movies, this.how.venues, this.how.showsToCome), this.how.catalogHeap,
					this.how.storeHeap);
		}
		if (this.what.edge) {
			edge(home, report);
		}
		System.out.println("Written to " + report.write(home.state()));
		return clean ? 0 : 1;
	}

	private void edge(Home home, Report report) throws InterruptedException {
		Edge.requireTools();
		try (Stack stack = Stack.start(Edge.plan(this.how.portOffset), home, this.starting)) {
			new Edge(stack, report, this.progress).run(home.state().resolve("nginx"),
					new Profiler(this.what.profile, home.state().resolve("profiles")));
		}
	}

	private boolean contend(Home home, Report report) throws InterruptedException {
		Size size = new Size(this.how.buyers, this.how.shows, this.how.seats, this.how.atOnce, this.how.kills);
		try (Stack stack = Stack.start(Contention.plan(this.how.portOffset), home, this.starting)) {
			Contention.Outcome outcome = new Contention(stack, size, System.nanoTime(), this.progress).run();
			ContentionReport figures = new ContentionReport(outcome);
			this.progress.accept(figures.toString());
			Findings findings = Verifier.of(stack).verify(outcome.history(), outcome.outages());
			this.progress.accept(findings.toString());
			report.add(
					"%,d buyers, %d shows of %d seats, two processes, %d kills".formatted(outcome.buyers(),
							size.shows(), size.seats(), outcome.outages().size()),
					"every answer true", verdict(findings));
			report.note("```\n" + figures + "\n" + findings + "```");
			return findings.isClean();
		}
	}

	private boolean crash(Home home, Report report) throws InterruptedException {
		CrashTest.Outcome outcome = new CrashTest(this.how.portOffset, this.how.victims,
				EnumSet.allOf(CrashPoint.Moment.class), home, this.progress)
			.run(this.starting);
		this.progress.accept(outcome.findings().toString());
		report.add("%d deaths, before and after each write".formatted(outcome.deaths().size()),
				"as if nothing happened", verdict(outcome.findings()));
		report.note("```\n" + String.join("\n", outcome.deaths().stream().map(String::valueOf).sorted().toList())
				+ "\n\n" + outcome.findings() + "```");
		return outcome.findings().isClean();
	}

	private boolean measure(Home home, Report report) throws InterruptedException {
		boolean clean = true;
		boolean all = this.what.isNothing();
		if (all || this.what.throughput || this.what.rush || this.what.profile && !this.what.edge) {
			try (Stack stack = Stack.start(Throughput.plan(this.how.portOffset), home, this.starting)) {
				new Throughput(stack, report, this.progress)
					.run(new Profiler(this.what.profile, home.state().resolve("profiles")));
				if (all || this.what.rush) {
					clean = new Rush(stack, report, this.progress).run(this.how.buyers, this.how.seats);
				}
			}
		}
		if (all || this.what.scale) {
			new Scale(this.how.portOffset, home, report, this.progress).run(this.how.bookings, this.how.storeHeap);
		}
		return clean;
	}

	private static String verdict(Findings findings) {
		return findings.isClean() ? "holds" : "BROKEN: " + findings.broken();
	}

	private static Home home() {
		String root = System.getProperty("marquee.root");
		return (root != null) ? new Home(Path.of(root), Path.of(root, ".marquee/bench"))
				: Home.inThisRepository(Path.of(".marquee/bench"));
	}

	/** What to do. */
	private static final class What {

		@Option(names = "--throughput",
				description = "Bookings a second through the gateway, and their latency at half of that.")
		private boolean throughput;

		@Option(names = "--rush",
				description = "Many buyers for one show, verified afterwards; after --throughput, which warms up.")
		private boolean rush;

		@Option(names = "--scale", description = "The cost of a booking among a million against among ten thousand.")
		private boolean scale;

		@Option(names = "--catalog",
				description = "Public reads of a large catalogue against those of the demo catalogue.")
		private boolean catalog;

		@Option(names = "--edge",
				description = "Requests a second through the gateway beside nginx; needs wrk and nginx.")
		private boolean edge;

		@Option(names = "--profile",
				description = "With --throughput: records booking-service and sums up where its time goes; "
						+ "with --edge: the gateway.")
		private boolean profile;

		@Option(names = "--contention",
				description = "Buyers after few seats on two processes that are killed in turn; "
						+ "verified afterwards.")
		private boolean contention;

		@Option(names = "--crashes",
				description = "Kills a process before and after each of its writes; verified afterwards.")
		private boolean crashes;

		boolean isNothing() {
			return !(this.throughput || this.rush || this.scale || this.profile || this.contention || this.crashes
					|| this.catalog || this.edge);
		}

		boolean measures() {
			return this.throughput || this.rush || this.scale || this.profile && !this.edge || isNothing();
		}

	}

	/** How to do it. */
	private static final class How {

		@Option(names = "--buyers", paramLabel = "N", description = "Buyers of a rush or contention (default: 10000).")
		private int buyers = Size.LARGE.buyers();

		@Option(names = "--seats", paramLabel = "N", description = "Seats of a show (default: 500).")
		private int seats = Size.LARGE.seats();

		@Option(names = "--shows", paramLabel = "N",
				description = "Shows of contention, one after the other (default: 1).")
		private int shows = Size.LARGE.shows();

		@Option(names = "--at-once", paramLabel = "N",
				description = "Buyers of contention at the same time (default: 128).")
		private int atOnce = Size.LARGE.atOnce();

		@Option(names = "--kills", paramLabel = "N", description = "How often contention kills a process (default: 4).")
		private int kills = Size.LARGE.kills();

		@Option(names = "--victims", paramLabel = "N", description = "Processes that crash side by side (default: 2).")
		private int victims = 2;

		@Option(names = "--bookings", paramLabel = "N",
				description = "How many are many for --scale (default: 1000000).")
		private long bookings = 1_000_000;

		@Option(names = "--store-heap", paramLabel = "SIZE",
				description = "Heap of the stores for --scale and --catalog (default: 5g).")
		private String storeHeap = "5g";

		@Option(names = "--movies", paramLabel = "N", description = "Movies of --catalog (default: 5000).")
		private int movies = CatalogSize.LARGE.movies();

		@Option(names = "--venues", paramLabel = "N", description = "Venues of --catalog (default: 2000).")
		private int venues = CatalogSize.LARGE.venues();

		@Option(names = "--shows-to-come", paramLabel = "N", description = "Shows of --catalog (default: 200000).")
		private int showsToCome = CatalogSize.LARGE.shows();

		@Option(names = "--catalog-heap", paramLabel = "SIZE",
				description = "Heap of catalog-service for --catalog (default: 512m).")
		private String catalogHeap = "512m";

		@Option(names = "--port-offset", paramLabel = "N", description = "Moves every port by N (default: 5700).")
		private int portOffset = 5_700;

	}

}
