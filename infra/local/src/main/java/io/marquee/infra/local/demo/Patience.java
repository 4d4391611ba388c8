package io.marquee.infra.local.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Asks again until the answer is the one hoped for, within bounds.
 */
final class Patience {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final long PAUSE_MILLIS = 250;

	private Patience() {
	}

	/**
	 * Asks until the answer is good.
	 * @param what what is waited for
	 * @param question asks
	 * @param good judges
	 * @return the first good answer
	 */
	static <T> T until(String what, Narrator.Action<T> question, Predicate<T> good)
			throws IOException, InterruptedException {
		Instant deadline = Instant.now().plus(LIMIT);
		CountDownLatch never = new CountDownLatch(1);
		while (Instant.now().isBefore(deadline)) {
			T answer = question.run();
			if (good.test(answer)) {
				return answer;
			}
			never.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
		}
		throw new DemoFailure("Waited " + LIMIT.toSeconds() + " s in vain for " + what + ".", "all");
	}

}
