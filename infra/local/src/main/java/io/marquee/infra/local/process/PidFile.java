package io.marquee.infra.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The file a process is found by again: its pid and the second it started in. A pid alone
 * is not enough, since the system gives it to another process later, and that one must
 * never be killed.
 */
final class PidFile {

	/** Clock steps and a busy machine; far less than it takes for pids to come round. */
	private static final Duration TOLERANCE = Duration.ofSeconds(10);

	private final Path file;

	PidFile(Path file) {
		this.file = file;
	}

	String name() {
		return this.file.getFileName().toString().replaceFirst("\\.pid$", "");
	}

	/**
	 * The process, if it still runs and is the one that wrote this file.
	 * @return the process, or nothing
	 */
	Optional<ProcessHandle> process() {
		try {
			String[] parts = Files.readString(this.file).strip().split(" ");
			long pid = Long.parseLong(parts[0]);
			Instant started = Instant.ofEpochSecond(Long.parseLong(parts[1]));
			return ProcessHandle.of(pid).filter((handle) -> startedAt(handle, started)).filter(Liveness::isAlive);
		}
		catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException ex) {
			return Optional.empty();
		}
	}

	void delete() {
		try {
			Files.deleteIfExists(this.file);
		}
		catch (IOException ignored) {
			// It names a process that is gone: the next look-up ignores it.
		}
	}

	private static boolean startedAt(ProcessHandle handle, Instant recorded) {
		return handle.info()
			.startInstant()
			.map((start) -> Duration.between(start, recorded).abs().compareTo(TOLERANCE) <= 0)
			.orElse(false);
	}

}
