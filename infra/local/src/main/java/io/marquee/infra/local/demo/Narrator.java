package io.marquee.infra.local.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.util.function.Function;

/**
 * Tells the steps of the demo, one line each with the time it took.
 */
final class Narrator {

	private final PrintStream out;

	Narrator(PrintStream out) {
		this.out = out;
	}

	/**
	 * Takes a step.
	 * @param what what is done
	 * @param where the process whose log tells more when it fails
	 * @param action what does it
	 * @param result how its result is told
	 * @return its result
	 */
	<T> T step(String what, String where, Action<T> action, Function<T, String> result) throws InterruptedException {
		long start = System.nanoTime();
		try {
			T value = action.run();
			this.out.printf("  %-28s %6d ms  %s%n", what, millisSince(start), result.apply(value));
			return value;
		}
		catch (IOException ex) {
			throw failed(what, start, new DemoFailure(what + ": " + ex, where));
		}
		catch (DemoFailure ex) {
			throw failed(what, start, ex);
		}
	}

	private DemoFailure failed(String what, long start, DemoFailure failure) {
		this.out.printf("  %-28s %6d ms  FAILED%n", what, millisSince(start));
		return failure;
	}

	private static long millisSince(long start) {
		return (System.nanoTime() - start) / 1_000_000;
	}

	/**
	 * What a step does.
	 *
	 * @param <T> the type of its result
	 */
	@FunctionalInterface
	interface Action<T> {

		T run() throws IOException, InterruptedException;

	}

}
