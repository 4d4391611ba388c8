package io.marquee.infra.bench.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import io.marquee.infra.bench.contention.Contention;
import io.marquee.infra.bench.contention.ContentionReport;
import io.marquee.infra.bench.contention.Size;
import io.marquee.infra.bench.stack.Stack;
import io.marquee.infra.bench.verify.Findings;
import io.marquee.infra.bench.verify.Verifier;
import io.marquee.infra.local.Home;
import io.marquee.infra.local.MarqueeException;
import io.marquee.infra.local.suite.PlainProgress;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./marquee bench}. */
@Command(name = "marquee bench", description = "Attacks and measures bookings.", mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {

	@Option(names = "--contention",
			description = "Buyers after few seats while processes are killed; verified afterwards.")
	private boolean contention;

	@Option(names = "--buyers", paramLabel = "N", description = "How many buyers (default: 10000).")
	private int buyers = Size.LARGE.buyers();

	@Option(names = "--seats", paramLabel = "N", description = "Seats of a show (default: 500).")
	private int seats = Size.LARGE.seats();

	@Option(names = "--shows", paramLabel = "N", description = "How many shows, one after the other (default: 1).")
	private int shows = Size.LARGE.shows();

	@Option(names = "--at-once", paramLabel = "N", description = "Buyers at the same time (default: 128).")
	private int atOnce = Size.LARGE.atOnce();

	@Option(names = "--kills", paramLabel = "N", description = "How often a process is killed (default: 4).")
	private int kills = Size.LARGE.kills();

	@Option(names = "--port-offset", paramLabel = "N", description = "Moves every port by N (default: 5700).")
	private int portOffset = 5_700;

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
		return contend() ? 0 : 1;
	}

	private boolean contend() throws InterruptedException {
		Size size = new Size(this.buyers, this.shows, this.seats, this.atOnce, this.kills);
		try (Stack stack = Stack.start(Contention.plan(this.portOffset), home(),
				new PlainProgress(System.out, System::currentTimeMillis))) {
			Contention.Outcome outcome = new Contention(stack, size, System.nanoTime(), System.out::println).run();
			System.out.println(new ContentionReport(outcome));
			Findings findings = Verifier.of(stack).verify(outcome.history(), outcome.outages());
			System.out.println(findings);
			return findings.isClean();
		}
	}

	private static Home home() {
		String root = System.getProperty("marquee.root");
		return (root != null) ? new Home(Path.of(root), Path.of(root, ".marquee/bench"))
				: Home.inThisRepository(Path.of(".marquee/bench"));
	}

}
