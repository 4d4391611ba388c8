package io.marquee.infra.local.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import io.marquee.infra.local.component.Component;
import io.marquee.infra.local.process.ManagedProcess;
import io.marquee.infra.local.process.ResidentSet;
import io.marquee.infra.local.suite.Suite;
import io.marquee.infra.local.suite.SuiteState;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/**
 * Shows what runs.
 */
@Command(name = "status", description = "Shows every process. Ends with 0 when all are ready.",
		mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

	@ParentCommand
	private Marquee marquee = new Marquee();

	@Override
	public Integer call() {
		Suite suite = new Suite(this.marquee.home());
		Optional<SuiteState> state = suite.state();
		if (state.isEmpty()) {
			System.out.println("Nothing runs. Start it with ./marquee up");
			return 1;
		}
		List<Line> lines = suite.parts(state.get()).parallelStream().map((part) -> Line.of(suite, part)).toList();
		System.out.printf("%-21s %-8s %6s %8s %9s %9s%n", "NAME", "STATE", "PORT", "PID", "RSS", "UP");
		lines.forEach((line) -> System.out.println(line.text()));
		long total = lines.stream().mapToLong(Line::rss).sum();
		System.out.printf("%-21s %34s MiB%n", "together", total >> 20);
		suite.process(Suite.TRAINING)
			.ifPresent((training) -> System.out
				.println("AOT caches are being trained in the background: the next start will be faster."));
		return lines.stream().allMatch((line) -> line.state().equals("ready")) ? 0 : 1;
	}

	/**
	 * One line of the table.
	 *
	 * @param text how it reads
	 * @param state its state
	 * @param rss the memory it holds
	 */
	private record Line(String text, String state, long rss) {

		static Line of(Suite suite, Component part) {
			Optional<ManagedProcess> process = suite.process(part.name());
			String state = process.isEmpty() ? "dead" : part.probe().ready() ? "ready" : "not ready";
			long rss = process.map((found) -> ResidentSet.of(found.pid())).orElse(0L);
			String text = "%-21s %-9s %5d %8s %5d MiB %9s".formatted(part.name(), state, part.ports().getFirst(),
					process.map((found) -> String.valueOf(found.pid())).orElse("-"), rss >> 20,
					process.flatMap(ManagedProcess::startedAt).map(Line::since).orElse("-"));
			return new Line(text, state, rss);
		}

		private static String since(Instant start) {
			Duration up = Duration.between(start, Instant.now());
			return (up.toHours() > 0) ? up.toHours() + "h" + up.toMinutesPart() + "m"
					: up.toMinutes() + "m" + up.toSecondsPart() + "s";
		}

	}

}
