package io.marquee.infra.local.cli;

import io.marquee.infra.local.suite.Suite;

/**
 * Stops the suite when we are told to end before the start is finished: Ctrl-C, or a
 * plain {@code kill}.
 */
final class StopOnInterrupt implements AutoCloseable {

	private final Thread hook;

	private volatile Runnable first = () -> {
	};

	private StopOnInterrupt(Suite suite) {
		this.hook = new Thread(() -> {
			this.first.run();
			System.out.println("Stopping everything.");
			suite.stop();
		});
	}

	static StopOnInterrupt of(Suite suite) {
		StopOnInterrupt interrupt = new StopOnInterrupt(suite);
		Runtime.getRuntime().addShutdownHook(interrupt.hook);
		return interrupt;
	}

	/** What is to be done before. */
	void first(Runnable action) {
		this.first = action;
	}

	void disarm() {
		try {
			Runtime.getRuntime().removeShutdownHook(this.hook);
		}
		catch (IllegalStateException ignored) {
			// It runs by now: let it.
		}
	}

	@Override
	public void close() {
		disarm();
	}

}
