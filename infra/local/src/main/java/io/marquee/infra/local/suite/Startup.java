package io.marquee.infra.local.suite;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.marquee.infra.local.component.Component;
import io.marquee.infra.local.process.ManagedProcess;
import io.marquee.infra.local.process.Processes;

/**
 * Starts the parts, each as soon as what it needs is ready, and no more at a time than
 * the machine has cores for: more would only make all of them slow.
 */
public final class Startup {

	private static final Duration POLL = Duration.ofMillis(100);

	private final List<Component> components;

	private final Processes processes;

	private final Progress progress;

	private final Semaphore slots;

	private final Map<String, CountDownLatch> ready;

	private final Map<String, ManagedProcess> started = new ConcurrentHashMap<>();

	/**
	 * Prepares a start.
	 * @param components the parts
	 * @param processes to start them with
	 * @param progress is told how it goes on
	 * @param slots how many may be starting at a time
	 */
	public Startup(List<? extends Component> components, Processes processes, Progress progress, int slots) {
		this.components = List.copyOf(components);
		this.processes = processes;
		this.progress = progress;
		this.slots = new Semaphore(slots, true);
		this.ready = components.stream()
			.map(Component::name)
			.collect(Collectors.toMap(Function.identity(), (name) -> new CountDownLatch(1)));
	}

	/**
	 * Starts all.
	 * @throws InterruptedException when interrupted
	 * @throws StartFailure when one does not get ready, or dies after it was
	 */
	public void run() throws InterruptedException {
		this.components.forEach((component) -> this.progress.changed(component.name(), Phase.WAITING, ""));
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			try {
				CompletionService<Boolean> starts = new ExecutorCompletionService<>(threads);
				this.components.forEach((component) -> starts.submit(() -> bringUp(component), true));
				await(starts);
			}
			finally {
				threads.shutdownNow();
			}
		}
	}

	private void await(CompletionService<Boolean> starts) throws InterruptedException {
		int missing = this.components.size();
		while (missing > 0) {
			Future<Boolean> finished = starts.poll(POLL.toMillis(), TimeUnit.MILLISECONDS);
			if (finished != null) {
				rethrowFailure(finished);
				missing--;
			}
			this.started.values().stream().filter((process) -> !process.isAlive()).findFirst().ifPresent((dead) -> {
				throw failed(StartFailure.died(dead));
			});
		}
	}

	private static void rethrowFailure(Future<Boolean> finished) throws InterruptedException {
		try {
			finished.get();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw new IllegalStateException(ex);
		}
	}

	private void bringUp(Component component) {
		try {
			Set<String> needs = needs(component);
			this.slots.acquire();
			try {
				component.prepare(this.processes,
						(detail) -> this.progress.changed(component.name(), Phase.PREPARING, detail));
				if (needs.isEmpty()) {
					// Keeps its slot: what others wait for does not queue up behind them
					// again.
					start(component);
				}
			}
			finally {
				this.slots.release();
			}
			if (!needs.isEmpty()) {
				startAfter(needs, component);
			}
			latch(component.name()).countDown();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void startAfter(Set<String> needs, Component component) throws InterruptedException {
		this.progress.changed(component.name(), Phase.WAITING, "");
		for (String need : needs) {
			latch(need).await();
		}
		this.slots.acquire();
		try {
			start(component);
		}
		finally {
			this.slots.release();
		}
	}

	private void start(Component component) throws InterruptedException {
		this.progress.changed(component.name(), Phase.STARTING, "");
		ManagedProcess process = this.processes.start(component.launch());
		this.started.put(component.name(), process);
		awaitReady(component, process);
		this.progress.changed(component.name(), Phase.READY, "");
	}

	private void awaitReady(Component component, ManagedProcess process) throws InterruptedException {
		Instant deadline = Instant.now().plus(component.patience());
		while (!component.probe().ready()) {
			if (process.awaitExit(POLL)) {
				throw failed(StartFailure.died(process));
			}
			if (Instant.now().isAfter(deadline)) {
				throw failed(StartFailure.notReady(process, component.patience()));
			}
		}
	}

	private StartFailure failed(StartFailure failure) {
		this.progress.changed(failure.part(), Phase.FAILED, "");
		return failure;
	}

	private Set<String> needs(Component component) {
		return component.needs().stream().filter(this.ready::containsKey).collect(Collectors.toSet());
	}

	private CountDownLatch latch(String name) {
		CountDownLatch latch = this.ready.get(name);
		if (latch == null) {
			throw new IllegalArgumentException(name + " is not part of this suite");
		}
		return latch;
	}

}
