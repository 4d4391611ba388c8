package io.marquee.notification.mail;

import java.time.Duration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How mail goes out.
 *
 * @param from the sender
 * @param lease how long one attempt may take before another replica may take the mail
 * @param firstRetry how long a mail waits after its first failed attempt
 * @param longestRetry how long it waits at most
 */
@Validated
@ConfigurationProperties("marquee.mail")
record MailSettings(@NotBlank String from, @NotNull Duration lease, @NotNull Duration firstRetry,
		@NotNull Duration longestRetry) {

	private static final int DOUBLINGS_AT_MOST = 20;

	/**
	 * Twice as long each time.
	 * @param attempts how many attempts have failed
	 * @return how long to wait before the next
	 */
	Duration backOff(int attempts) {
		Duration wait = this.firstRetry.multipliedBy(1L << Math.clamp(attempts - 1L, 0, DOUBLINGS_AT_MOST));
		return (wait.compareTo(this.longestRetry) < 0) ? wait : this.longestRetry;
	}

}
