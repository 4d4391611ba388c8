package io.marquee.infra.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import io.marquee.infra.local.MarqueeException;
import io.marquee.infra.local.process.LogLine;
import io.marquee.infra.local.process.LogTail;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * Shows the log of a process.
 */
@Command(name = "logs", description = "Shows the log of a process.", mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {

	private static final String SUFFIX = ".log";

	@ParentCommand
	private Marquee marquee = new Marquee();

	@Parameters(paramLabel = "NAME", description = "As ./marquee status names it.")
	private String name = "";

	@Option(names = "-n", paramLabel = "LINES", defaultValue = "50", description = "How many lines (default: 50).")
	private int lines;

	@Option(names = "--raw", description = "As it is, even where that is JSON.")
	private boolean raw;

	@Option(names = "-f", description = "Goes on as the log grows.")
	private boolean follow;

	@Override
	public Integer call() throws IOException, InterruptedException {
		Path logs = this.marquee.home().logs();
		List<String> names = names(logs);
		if (!names.contains(this.name)) {
			throw new MarqueeException("There is no log of " + this.name + ".", names.isEmpty()
					? "Nothing was started yet: ./marquee up" : "There are " + String.join(", ", names));
		}
		Path log = logs.resolve(this.name + SUFFIX);
		if (this.follow) {
			return new ProcessBuilder("tail", "-n", String.valueOf(this.lines), "-F", log.toString()).inheritIO()
				.start()
				.waitFor();
		}
		LogTail.of(log, this.lines)
			.stream()
			.map(this.raw ? (line) -> line : LogLine::readable)
			.forEach(System.out::println);
		return 0;
	}

	private static List<String> names(Path logs) throws IOException {
		if (!Files.isDirectory(logs)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(logs)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((file) -> file.endsWith(SUFFIX))
				.map((file) -> file.substring(0, file.length() - SUFFIX.length()))
				.sorted()
				.toList();
		}
	}

}
