package io.marquee.infra.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Records a process with the JDK's flight recorder and sums up where its time went. */
public final class Profiler {

	private static final List<String> VIEWS = List.of("hot-methods", "allocation-by-site", "allocation-by-class",
			"gc-pauses", "contention-by-site");

	private final boolean on;

	private final Path directory;

	private long pid;

	private String name = "";

	private Path file = Path.of("");

	/**
	 * A profiler.
	 * @param on whether it is to do anything
	 * @param directory where recordings go
	 */
	public Profiler(boolean on, Path directory) {
		this.on = on;
		this.directory = directory.toAbsolutePath();
	}

	/**
	 * Whether it does anything.
	 * @return whether it records
	 */
	public boolean isOn() {
		return this.on;
	}

	/**
	 * Begins to record.
	 * @param name the name of the process
	 * @param process its id
	 */
	public void start(String name, long process) {
		if (this.on) {
			try {
				Files.createDirectories(this.directory);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			this.pid = process;
			this.name = name;
			this.file = this.directory.resolve(name + "-" + System.currentTimeMillis() + ".jfr");
			run("jcmd", String.valueOf(this.pid), "JFR.start", "name=bench", "settings=profile");
		}
	}

	/**
	 * Ends the recording.
	 * @return what it says, as Markdown
	 */
	public List<String> stop() {
		List<String> notes = new ArrayList<>();
		if (this.on) {
			run("jcmd", String.valueOf(this.pid), "JFR.stop", "name=bench", "filename=" + this.file);
			notes.add("Profile of " + this.name + " at peak, recorded in `" + this.file + "`:");
			VIEWS.forEach((view) -> notes
				.add("```\n" + run("jfr", "view", "--width", "160", view, this.file.toString()).strip() + "\n```"));
		}
		return notes;
	}

	private static String run(String tool, String... arguments) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
		command.addAll(List.of(arguments));
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
			return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			return "not available: " + ex.getMessage();
		}
	}

}
