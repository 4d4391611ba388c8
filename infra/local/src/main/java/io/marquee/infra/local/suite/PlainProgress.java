package io.marquee.infra.local.suite;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/**
 * Progress as lines that are only ever added to: for logs and pipes.
 */
public final class PlainProgress implements Progress {

	private final PrintStream out;

	private final LongSupplier millis;

	private final long start;

	public PlainProgress(PrintStream out, LongSupplier millis) {
		this.out = out;
		this.millis = millis;
		this.start = millis.getAsLong();
	}

	@Override
	public synchronized void changed(String name, Phase phase, String detail) {
		if (phase != Phase.WAITING) {
			double seconds = (this.millis.getAsLong() - this.start) / 1000.0;
			this.out.printf("%6.1f s  %-21s %s%n", seconds, name, detail.isEmpty() ? phase.toString() : detail);
		}
	}

}
