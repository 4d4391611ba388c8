package io.marquee.identity.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.marquee.platform.web.ApiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Ends sessions because of a change at Keycloak, such as a new password. That they must
 * end is written down before the change is made: should this process die after it, or
 * Keycloak fall silent, they end a little later all the same.
 */
@Service
public class EndingAfterChange {

	private static final Logger log = LoggerFactory.getLogger(EndingAfterChange.class);

	/** Longer than all time-outs of a change and an ending together. */
	private static final Duration LEASE = Duration.ofSeconds(30);

	private static final int AT_ONCE = 50;

	private final DueEndings endings;

	private final EndingSessions sessions;

	private final Clock clock;

	EndingAfterChange(DueEndings endings, EndingSessions sessions, Clock clock) {
		this.endings = endings;
		this.sessions = sessions;
		this.clock = clock;
	}

	/**
	 * Makes a change and ends all sessions but one.
	 * @param userId whose
	 * @param spared the session that goes on; null if none does
	 * @param change the change; nothing ends if it throws an {@link ApiException} with a
	 * status of 4xx
	 */
	public void make(String userId, @Nullable String spared, Runnable change) {
		DueEnding due = this.endings.add(userId, spared, now().plus(LEASE));
		try {
			change.run();
		}
		catch (ApiException ex) {
			// Of a change that got no answer nobody knows whether it was made.
			if (ex.status().is4xxClientError()) {
				this.endings.remove(due);
			}
			throw ex;
		}
		end(due);
	}

	@Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT10S")
	void sweep() {
		Instant now = now();
		for (DueEnding due : this.endings.overdue(now, AT_ONCE)) {
			this.endings.take(due, now, now.plus(LEASE)).ifPresent(this::end);
		}
	}

	private void end(DueEnding due) {
		try {
			String spared = due.spared();
			if (spared != null) {
				this.sessions.endOthers(due.userId(), spared);
			}
			else {
				this.sessions.endAll(due.userId());
			}
			this.endings.remove(due);
		}
		catch (RuntimeException ex) {
			log.warn("Sessions that must end go on for now: {}", ex.getClass().getName());
		}
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
