package io.marquee.infra.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.marquee.infra.local.Addresses;
import io.marquee.infra.local.Home;
import io.marquee.infra.local.MarqueeException;
import io.marquee.infra.local.Secrets;
import io.marquee.infra.local.component.Component;
import io.marquee.infra.local.component.Landscape;
import io.marquee.infra.local.component.Services;
import io.marquee.infra.local.component.Site;
import io.marquee.infra.local.component.ZipkinServer;
import io.marquee.infra.local.process.Launch;
import io.marquee.infra.local.process.ManagedProcess;
import io.marquee.infra.local.process.Ports;
import io.marquee.infra.local.process.Processes;

/**
 * The suite on this machine: its infrastructure and its services. Commands and tests use
 * it alike. The processes outlive the one that started them; {@link #stop()} finds them
 * again, whoever did.
 */
public final class Suite implements AutoCloseable {

	/** A service may finish its requests; a database may write its pages. */
	private static final Duration PATIENCE = Duration.ofSeconds(20);

	/** The name of the process that trains in the background. */
	public static final String TRAINING = "training";

	private final Home home;

	private final Processes processes;

	public Suite(Home home) {
		this.home = home;
		this.processes = new Processes(home.runs(), home.logs());
	}

	/**
	 * Starts the suite and waits until all of it is ready. When that fails, or the thread
	 * is interrupted, all that was started is stopped again.
	 * @param options what to start
	 * @param progress is told how it goes on
	 * @return the parts that run
	 * @throws InterruptedException when interrupted
	 */
	public List<Component> start(SuiteOptions options, Progress progress) throws InterruptedException {
		Site site = site(options.portOffset(), options.given());
		List<Component> components = Landscape.of(site, options.store())
			.stream()
			.filter((component) -> options.only().isEmpty() || options.only().contains(component.name()))
			.toList();
		requireFreePorts(components);
		SuiteState state = new SuiteState(options.portOffset(), options.store(),
				components.stream().map(Component::name).toList(), false);
		state.write(stateFile());
		boolean complete = false;
		try {
			new Startup(components, this.processes, progress, slots()).run();
			state.completed().write(stateFile());
			complete = true;
			return components;
		}
		finally {
			if (!complete) {
				stop();
			}
		}
	}

	/**
	 * Starts again those parts of a finished start that have died since. The others are
	 * left alone, whether it succeeds or not.
	 * @param state the suite as it was started
	 * @param progress is told how it goes on
	 * @return the parts that were dead
	 * @throws InterruptedException when interrupted
	 */
	public List<Component> revive(SuiteState state, Progress progress) throws InterruptedException {
		Set<String> alive = names(this.processes.running());
		List<Component> dead = parts(state).stream().filter((part) -> !alive.contains(part.name())).toList();
		requireFreePorts(dead);
		new Startup(dead, this.processes, progress, slots()).run();
		return dead;
	}

	/**
	 * Trains what makes later starts faster, one after another. What has been trained is
	 * left as it is.
	 * @param state the suite to train for
	 * @param progress is told how it goes on
	 * @throws InterruptedException when interrupted
	 */
	public void train(SuiteState state, Progress progress) throws InterruptedException {
		Path turns = this.home.state().resolve("training.lock");
		// Two at once would write into each other's caches; the second finds them
		// trained.
		try (FileChannel channel = FileChannel.open(turns, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
				FileLock _ = channel.lock()) {
			for (Component part : parts(state)) {
				part.train(this.processes, (detail) -> progress.changed(part.name(), Phase.PREPARING, detail));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Has the training done in the background by a process that gives way to all others.
	 * @param command the command that trains
	 */
	public void trainLater(List<String> command) {
		List<String> nice = new ArrayList<>(List.of("nice", "-n", "19"));
		nice.addAll(command);
		this.processes.start(new Launch(TRAINING, nice, Map.of(), this.home.state()));
	}

	/**
	 * The suite that was started last, whether or not it still runs.
	 * @return its state, or nothing when none was started or the last was stopped
	 */
	public Optional<SuiteState> state() {
		return SuiteState.read(stateFile());
	}

	/**
	 * The parts of the suite that was started last.
	 * @param state its state
	 * @return the parts
	 */
	public List<Component> parts(SuiteState state) {
		return Landscape.of(site(state.portOffset(), Map.of()), state.store())
			.stream()
			.filter((component) -> state.parts().contains(component.name()))
			.toList();
	}

	/**
	 * The process of a part.
	 * @param name the part
	 * @return the process, or nothing when it does not run
	 */
	public Optional<ManagedProcess> process(String name) {
		return this.processes.find(name);
	}

	/**
	 * Starts a part again that has died.
	 * @param component the part
	 * @return its process
	 */
	public ManagedProcess restart(Component component) {
		return this.processes.start(component.launch());
	}

	/**
	 * Whether anything runs that an earlier start has left behind.
	 * @return whether there is something to stop
	 */
	public boolean isAnythingRunning() {
		return !this.processes.running().isEmpty();
	}

	/**
	 * Whether every part of a finished start runs.
	 * @return whether all is well
	 */
	public boolean isRunning() {
		Set<String> running = names(this.processes.running());
		return state().filter(SuiteState::complete).map((state) -> running.containsAll(state.parts())).orElse(false);
	}

	/**
	 * Stops all that runs: first what depends on others, then the infrastructure.
	 * @return the names of what was stopped
	 */
	public Set<String> stop() {
		this.processes.close();
		try {
			// First of all: a supervisor in the foreground sees that this is meant.
			Files.deleteIfExists(stateFile());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Set<String> dependent = new HashSet<>(Services.names());
		dependent.add(ZipkinServer.NAME);
		List<ManagedProcess> all = this.processes.running();
		List<ManagedProcess> first = new ArrayList<>(all);
		first.removeIf((process) -> !dependent.contains(process.name()));
		List<ManagedProcess> second = new ArrayList<>(all);
		second.removeAll(first);
		this.processes.stop(first, PATIENCE);
		this.processes.stop(second, PATIENCE);
		return names(all);
	}

	@Override
	public void close() {
		stop();
	}

	private Site site(int portOffset, Map<String, String> given) {
		return new Site(this.home, new Addresses(portOffset, given),
				Secrets.in(this.home.state().resolve("secrets.env")));
	}

	private static int slots() {
		return Math.max(2, Runtime.getRuntime().availableProcessors()) + 1;
	}

	private static void requireFreePorts(List<Component> components) {
		List<String> busy = components.stream()
			.flatMap((component) -> component.ports()
				.stream()
				.filter((port) -> !Ports.isFree(port))
				.map((port) -> "port " + port + ", which " + component.name() + " needs"))
			.toList();
		if (!busy.isEmpty()) {
			throw new MarqueeException("Another program listens on " + String.join("; on ", busy) + ".",
					"Stop it, or move all ports: ./marquee up --port-offset 1000");
		}
	}

	private static Set<String> names(List<ManagedProcess> processes) {
		return processes.stream().map(ManagedProcess::name).collect(Collectors.toSet());
	}

	private Path stateFile() {
		return this.home.state().resolve("state.properties");
	}

}
