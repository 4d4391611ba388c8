package io.marquee.infra.local.suite;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.marquee.infra.local.component.Component;
import io.marquee.infra.local.process.ManagedProcess;

/**
 * Starts again what dies while the suite is kept in the foreground: after 1, 2, 4, 8 and
 * 16 seconds, then no more.
 */
public final class Supervisor {

	private static final int MOST_RESTARTS = 5;

	private final Suite suite;

	private final Consumer<String> report;

	private final CountDownLatch stopped = new CountDownLatch(1);

	private final Map<String, Integer> restarts = new HashMap<>();

	public Supervisor(Suite suite, Consumer<String> report) {
		this.suite = suite;
		this.report = report;
	}

	/**
	 * Watches until {@link #stop()}, or until the suite is stopped by someone else.
	 * @param parts what to watch
	 * @throws InterruptedException when interrupted
	 */
	public void watch(List<Component> parts) throws InterruptedException {
		while (wanted()) {
			for (Component part : parts) {
				if (this.suite.process(part.name()).isEmpty() && wanted()) {
					revive(part);
				}
			}
			pause(Duration.ofSeconds(1));
		}
	}

	/** Lets the dead rest from now on. */
	public void stop() {
		this.stopped.countDown();
	}

	private boolean wanted() {
		return this.stopped.getCount() > 0 && this.suite.state().isPresent();
	}

	private void revive(Component part) throws InterruptedException {
		int before = this.restarts.merge(part.name(), 1, Integer::sum) - 1;
		if (before > MOST_RESTARTS) {
			return;
		}
		if (before == MOST_RESTARTS) {
			this.report.accept(part.name() + " died again and is left alone. Read ./marquee logs " + part.name());
			return;
		}
		Duration delay = Duration.ofSeconds(1L << before);
		this.report.accept(part.name() + " died; it is started again in " + delay.toSeconds() + " s");
		pause(delay);
		if (wanted()) {
			ManagedProcess process = this.suite.restart(part);
			this.report.accept(part.name() + " runs again, pid " + process.pid());
		}
	}

	private void pause(Duration duration) throws InterruptedException {
		this.stopped.await(duration.toMillis(), TimeUnit.MILLISECONDS);
	}

}
