package io.marquee.infra.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A process of the suite, started by us or found again.
 */
public final class ManagedProcess {

	private final String name;

	private final ProcessHandle handle;

	private final PidFile pidFile;

	private final Path log;

	ManagedProcess(String name, ProcessHandle handle, PidFile pidFile, Path log) {
		this.name = name;
		this.handle = handle;
		this.pidFile = pidFile;
		this.log = log;
	}

	public String name() {
		return this.name;
	}

	public long pid() {
		return this.handle.pid();
	}

	public Path log() {
		return this.log;
	}

	public boolean isAlive() {
		return Liveness.isAlive(this.handle);
	}

	public Optional<Instant> startedAt() {
		return this.handle.info().startInstant();
	}

	/**
	 * Waits for the process to end.
	 * @param timeout how long at most
	 * @return whether it has ended
	 * @throws InterruptedException when interrupted
	 */
	public boolean awaitExit(Duration timeout) throws InterruptedException {
		if (!isAlive()) {
			return true;
		}
		try {
			this.handle.onExit().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (TimeoutException ex) {
			return !isAlive();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Asks the process to end, with all that it has started. */
	void terminate() {
		List<ProcessHandle> family = family();
		family.forEach(ProcessHandle::destroy);
	}

	/** Ends the process and all that it has started, now. */
	void kill() {
		family().forEach(ProcessHandle::destroyForcibly);
	}

	/** Forgets the process once it is gone. */
	void forget() {
		if (!isAlive()) {
			this.pidFile.delete();
		}
	}

	private List<ProcessHandle> family() {
		return Stream.concat(Stream.of(this.handle), this.handle.descendants()).toList();
	}

}
