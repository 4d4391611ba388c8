package io.marquee.identity.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What was spent of one allowance in the current window.
 *
 * @param id the limit and the keyed hash of whom it counts for
 * @param spent how often, guesses under way included
 * @param failures how many of them were wrong guesses
 * @param until when the window ends and counting begins anew
 */
@Document(Spendings.COLLECTION)
record Spending(@Id String id, int spent, int failures, Instant until) {

	boolean isFull(int capacity, int atOnce, Instant now) {
		return this.until.isAfter(now) && this.spent >= capacity && (this.failures > 0 || this.spent >= atOnce);
	}

	/**
	 * How long until the window ends, in whole seconds that are never too few.
	 * @param now the time
	 * @return the time left, 1 s or more
	 */
	Duration left(Instant now) {
		Duration left = Duration.between(now, this.until).plusMillis(999).truncatedTo(ChronoUnit.SECONDS);
		return left.isPositive() ? left : Duration.ofSeconds(1);
	}

}
