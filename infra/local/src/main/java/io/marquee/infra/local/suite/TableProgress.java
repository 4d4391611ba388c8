package io.marquee.infra.local.suite;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Progress as a table that is drawn again in place: for terminals.
 */
public final class TableProgress implements Progress {

	private static final String CLEAR_TO_END_OF_LINE = "\u001B[K";

	private final PrintStream out;

	private final LongSupplier millis;

	private final Map<String, Row> rows = new LinkedHashMap<>();

	private final ScheduledExecutorService clock;

	private int drawn;

	public TableProgress(PrintStream out, LongSupplier millis) {
		this.out = out;
		this.millis = millis;
		this.clock = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
		this.clock.scheduleAtFixedRate(this::draw, 200, 200, TimeUnit.MILLISECONDS);
	}

	@Override
	public synchronized void changed(String name, Phase phase, String detail) {
		Row before = this.rows.get(name);
		long now = this.millis.getAsLong();
		// Waiting is not counted: seconds are those of work.
		long since = (before == null || before.phase() == Phase.WAITING) ? now : before.since();
		this.rows.put(name, new Row(phase, detail, since, now));
		draw();
	}

	@Override
	public void close() {
		this.clock.shutdownNow();
		draw();
	}

	private synchronized void draw() {
		StringBuilder frame = new StringBuilder();
		if (this.drawn > 0) {
			frame.append("\u001B[").append(this.drawn).append('A');
		}
		long now = this.millis.getAsLong();
		this.rows.forEach((name, row) -> frame.append(row.line(name, now)).append(CLEAR_TO_END_OF_LINE).append('\n'));
		this.drawn = this.rows.size();
		this.out.print(frame);
		this.out.flush();
	}

	/**
	 * What is known of a part.
	 *
	 * @param phase how far it is
	 * @param detail what is being done
	 * @param since when work on it began
	 * @param until when it last changed
	 */
	private record Row(Phase phase, String detail, long since, long until) {

		String line(String name, long now) {
			boolean under = this.phase == Phase.PREPARING || this.phase == Phase.STARTING;
			long taken = (under ? now : this.until) - this.since;
			String seconds = (this.phase == Phase.WAITING) ? "" : "%5.1f s".formatted(taken / 1000.0);
			return "  %s%-21s %-10s\u001B[0m %8s  %s".formatted(colour(), name, this.phase, seconds, this.detail);
		}

		private String colour() {
			return switch (this.phase) {
				case READY -> "\u001B[32m";
				case FAILED -> "\u001B[31m";
				case PREPARING, STARTING -> "\u001B[33m";
				case WAITING -> "\u001B[2m";
			};
		}

	}

}
