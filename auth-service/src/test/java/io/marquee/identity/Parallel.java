package io.marquee.identity;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Runs something many times at the same moment.
 */
public final class Parallel {

	private Parallel() {
	}

	/**
	 * Runs it.
	 * @param <T> what one run brings
	 * @param times how often
	 * @param run what
	 * @return what each run brought
	 */
	public static <T> List<T> times(int times, Callable<T> run) {
		CountDownLatch start = new CountDownLatch(1);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<T>> runs = IntStream.range(0, times).mapToObj((i) -> threads.submit(() -> {
				start.await();
				return run.call();
			})).toList();
			start.countDown();
			return runs.stream().map(Parallel::result).toList();
		}
	}

	private static <T> T result(Future<T> run) {
		try {
			return run.get();
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
