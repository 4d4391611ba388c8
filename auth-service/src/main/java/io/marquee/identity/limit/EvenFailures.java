package io.marquee.identity.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

import io.marquee.platform.web.ApiException;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Keeps the time that a refusal takes from telling why: Keycloak hashes the password of
 * an account that there is, and none of one that there is not. A refusal goes out a
 * multiple of a fixed time after the attempt began. Whoever is let in does not wait.
 */
@Component
class EvenFailures {

	private final Duration tick;

	private final Clock clock;

	private final Pause pause;

	EvenFailures(LimitSettings settings, Clock clock, Pause pause) {
		this.tick = settings.failureTick();
		this.clock = clock;
		this.pause = pause;
	}

	<T> T even(Supplier<T> attempt) {
		Instant began = this.clock.instant();
		try {
			return attempt.get();
		}
		catch (ApiException ex) {
			// Being refused for too many attempts, or by an outage, is the same for all.
			if (ex.status().is4xxClientError() && ex.status() != HttpStatus.TOO_MANY_REQUESTS) {
				this.pause.take(untilNextTick(Duration.between(began, this.clock.instant())));
			}
			throw ex;
		}
	}

	private Duration untilNextTick(Duration passed) {
		return Duration.ofNanos(this.tick.toNanos() - Math.floorMod(passed.toNanos(), this.tick.toNanos()));
	}

	/**
	 * Waits.
	 */
	@FunctionalInterface
	interface Pause {

		void take(Duration time);

	}

	/**
	 * Parks the thread, which is a virtual one and costs next to nothing.
	 */
	@Component
	static class Parking implements Pause {

		@Override
		public void take(Duration time) {
			try {
				Thread.sleep(time);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

}
