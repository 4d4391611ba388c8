package io.marquee.infra.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** A table of what was measured, with the machine, the date and the commit. */
public final class Report {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'")
		.withZone(ZoneOffset.UTC);

	private final Path repository;

	private final Instant date = Instant.now();

	private final List<String> rows = new ArrayList<>();

	private final List<String> notes = new ArrayList<>();

	public Report(Path repository) {
		this.repository = repository;
	}

	/**
	 * Adds a figure.
	 * @param what what was measured
	 * @param bar what it should be
	 * @param measured what it is
	 */
	public void add(String what, String bar, String measured) {
		this.rows.add("| %s | %s | %s |".formatted(what, bar, measured));
		System.out.println("==> " + what + ": " + measured + " (bar: " + bar + ")");
	}

	/**
	 * Adds what helps to read the figures.
	 * @param note Markdown
	 */
	public void note(String note) {
		this.notes.add(note);
	}

	/**
	 * Writes it.
	 * @param directory where to
	 * @return the file
	 */
	public Path write(Path directory) {
		List<String> lines = new ArrayList<>();
		lines.add("# Marquee, measured");
		lines.add("");
		lines.add("- " + DAY.format(this.date) + ", commit " + git("rev-parse", "--short", "HEAD")
				+ (git("status", "--porcelain", "--untracked-files=no").isEmpty() ? "" : " with changes"));
		lines.add("- " + machine() + ", JDK " + Runtime.version());
		lines.add("- The load generator, all services, Kafka and the store share these cores.");
		lines.add("");
		lines.add("| what | bar | measured |");
		lines.add("|---|---|---|");
		lines.addAll(this.rows);
		this.notes.forEach((note) -> {
			lines.add("");
			lines.add(note);
		});
		try {
			Path file = Files.createDirectories(directory)
				.resolve("bench-"
						+ DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC).format(this.date)
						+ ".md");
			return Files.write(file, lines);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String machine() {
		String model = "unknown processor";
		String memory = "unknown memory";
		try {
			model = Files.lines(Path.of("/proc/cpuinfo"))
				.filter((line) -> line.startsWith("model name"))
				.map((line) -> line.substring(line.indexOf(':') + 2))
				.findFirst()
				.orElse(model);
			memory = Files.lines(Path.of("/proc/meminfo"))
				.filter((line) -> line.startsWith("MemTotal"))
				.map((line) -> Long.parseLong(line.replaceAll("\\D", "")) / (1024 * 1024) + " GiB")
				.findFirst()
				.orElse(memory);
		}
		catch (IOException ex) {
			// Not Linux.
		}
		return Runtime.getRuntime().availableProcessors() + " cores of " + model + ", " + memory + ", "
				+ System.getProperty("os.name");
	}

	private String git(String... arguments) {
		List<String> command = new ArrayList<>(List.of("git"));
		command.addAll(List.of(arguments));
		try {
			Process process = new ProcessBuilder(command).directory(this.repository.toFile())
				.redirectErrorStream(true)
				.start();
			return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
		}
		catch (IOException ex) {
			return "unknown";
		}
	}

}
