package io.marquee.infra.local.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Starts processes that outlive us, and finds them again.
 * <p>
 * Every process writes its own pid file before it becomes the program it is to be, so
 * that there is no moment at which one runs that no file names, whenever we are killed.
 * It gets a session of its own: Ctrl-C and a closed terminal reach us, not it.
 */
public final class Processes {

	private static final String RECORD_AND_DETACH = """
			echo "$$ $(date +%s)" > "$1"; shift
			if command -v setsid > /dev/null; then exec setsid "$@"; fi
			trap '' INT HUP; exec "$@"
			""";

	private static final Duration RECORDED_WITHIN = Duration.ofSeconds(5);

	private final Path runs;

	private final Path logs;

	private boolean closed;

	/**
	 * Creates the processes of a suite.
	 * @param runs where pid files are kept
	 * @param logs where each process writes its output
	 */
	public Processes(Path runs, Path logs) {
		this.runs = runs;
		this.logs = logs;
	}

	/**
	 * Starts a process.
	 * @param launch what to start
	 * @return the process
	 */
	public ManagedProcess start(Launch launch) {
		return adopt(launch, spawn(launch));
	}

	/**
	 * Starts a process and waits for its end, for work such as unpacking and training.
	 * @param launch what to run
	 * @param timeout how long it may take; then it is killed
	 * @return its exit code
	 * @throws InterruptedException when interrupted; the process is then killed
	 */
	public int run(Launch launch, Duration timeout) throws InterruptedException {
		Process process = spawn(launch);
		ManagedProcess managed = adopt(launch, process);
		try {
			return managed.awaitExit(timeout) ? process.waitFor() : -1;
		}
		finally {
			managed.kill();
			process.waitFor();
			managed.forget();
		}
	}

	/**
	 * Finds a process that runs.
	 * @param name its name
	 * @return the process, or nothing
	 */
	public Optional<ManagedProcess> find(String name) {
		PidFile file = pidFile(name);
		return file.process().map((handle) -> new ManagedProcess(name, handle, file, log(name)));
	}

	/**
	 * Finds every process that runs, whoever started it and when. Files that name none
	 * are removed.
	 * @return the processes
	 */
	public List<ManagedProcess> running() {
		List<ManagedProcess> found = new ArrayList<>();
		if (!Files.isDirectory(this.runs)) {
			return found;
		}
		try (DirectoryStream<Path> files = Files.newDirectoryStream(this.runs, "*.pid")) {
			for (Path path : files) {
				PidFile file = new PidFile(path);
				find(file.name()).ifPresentOrElse(found::add, file::delete);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return found;
	}

	/**
	 * Refuses to start anything from now on, so that stopping cannot be overtaken by a
	 * start that is under way.
	 */
	public synchronized void close() {
		this.closed = true;
	}

	/**
	 * Stops processes, all at once: asks first, and kills what has not ended in time.
	 * @param processes the processes
	 * @param patience how long they may take
	 * @return those that had to be killed
	 */
	public List<ManagedProcess> stop(Collection<ManagedProcess> processes, Duration patience) {
		processes.forEach(ManagedProcess::terminate);
		Instant deadline = Instant.now().plus(patience);
		List<ManagedProcess> stubborn = processes.stream().filter((process) -> !endsBefore(deadline, process)).toList();
		stubborn.forEach(ManagedProcess::kill);
		Instant afterKill = Instant.now().plusSeconds(5);
		stubborn.forEach((process) -> endsBefore(afterKill, process));
		processes.forEach(ManagedProcess::forget);
		return stubborn;
	}

	private static boolean endsBefore(Instant deadline, ManagedProcess process) {
		try {
			while (Instant.now().isBefore(deadline)) {
				// A zombie of another parent never reports its exit: look again and
				// again.
				if (process.awaitExit(Duration.ofMillis(100))) {
					return true;
				}
			}
			return !process.isAlive();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private synchronized Process spawn(Launch launch) {
		if (this.closed) {
			throw new IllegalStateException("Being stopped: " + launch.name() + " is not started");
		}
		try {
			Files.createDirectories(this.runs);
			Files.createDirectories(this.logs);
			Files.createDirectories(launch.directory());
			keepPreviousLog(launch.name());
			List<String> command = new ArrayList<>(List.of("sh", "-c", RECORD_AND_DETACH, "marquee"));
			command.add(pidPath(launch.name()).toString());
			command.addAll(launch.command());
			ProcessBuilder builder = new ProcessBuilder(command).directory(launch.directory().toFile())
				.redirectErrorStream(true)
				.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
				.redirectOutput(log(launch.name()).toFile());
			Map<String, String> environment = builder.environment();
			Map<String, String> base = BaseEnvironment.of(Map.copyOf(environment));
			environment.clear();
			environment.putAll(base);
			environment.putAll(launch.environment());
			Process process = builder.start();
			awaitRecord(launch.name(), process);
			return process;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Whoever closes us and then stops what runs must find it: a shell that a busy
	 * machine has not let write its pid file yet would be left behind.
	 */
	private void awaitRecord(String name, Process process) {
		Instant deadline = Instant.now().plus(RECORDED_WITHIN);
		try {
			while (Instant.now().isBefore(deadline) && !isRecorded(name, process)
					&& !process.waitFor(2, TimeUnit.MILLISECONDS)) {
				// Looks again.
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean isRecorded(String name, Process process) {
		return pidFile(name).process().filter((handle) -> handle.pid() == process.pid()).isPresent();
	}

	private ManagedProcess adopt(Launch launch, Process process) {
		return new ManagedProcess(launch.name(), process.toHandle(), pidFile(launch.name()), log(launch.name()));
	}

	private void keepPreviousLog(String name) throws IOException {
		Path log = log(name);
		if (Files.exists(log)) {
			Files.move(log, this.logs.resolve(name + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private Path log(String name) {
		return this.logs.resolve(name + ".log");
	}

	private PidFile pidFile(String name) {
		return new PidFile(pidPath(name));
	}

	private Path pidPath(String name) {
		return this.runs.resolve(name + ".pid");
	}

}
