package io.marquee.infra.local.suite;

import java.time.Duration;
import java.util.List;

import io.marquee.infra.local.Home;
import io.marquee.infra.local.component.Component;
import io.marquee.infra.local.process.Processes;

/**
 * One part of the suite on its own, for tests that need a Keycloak or a broker and
 * nothing else.
 */
public final class RunningComponent implements AutoCloseable {

	private final Processes processes;

	private RunningComponent(Processes processes) {
		this.processes = processes;
	}

	/**
	 * Starts a part and waits until it is ready.
	 * @param component the part
	 * @param home where its pid file and its log go
	 * @return the running part
	 * @throws InterruptedException when interrupted
	 */
	public static RunningComponent start(Component component, Home home) throws InterruptedException {
		RunningComponent running = new RunningComponent(new Processes(home.runs(), home.logs()));
		boolean ready = false;
		try {
			new Startup(List.of(component), running.processes, Progress.NONE, 1).run();
			ready = true;
			return running;
		}
		finally {
			if (!ready) {
				running.close();
			}
		}
	}

	@Override
	public void close() {
		this.processes.close();
		this.processes.stop(this.processes.running(), Duration.ofSeconds(20));
	}

}
