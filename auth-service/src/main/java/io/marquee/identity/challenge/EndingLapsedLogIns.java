package io.marquee.identity.challenge;

import io.marquee.identity.keycloak.KeycloakSessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends the sessions in Keycloak of log-ins that were never completed. No token of theirs
 * has ever left this service, so there is none to revoke.
 */
@Component
class EndingLapsedLogIns {

	private static final Logger log = LoggerFactory.getLogger(EndingLapsedLogIns.class);

	private static final int AT_ONCE = 50;

	private final Challenges challenges;

	private final KeycloakSessions keycloak;

	EndingLapsedLogIns(Challenges challenges, KeycloakSessions keycloak) {
		this.challenges = challenges;
		this.keycloak = keycloak;
	}

	@Scheduled(initialDelayString = "PT2S", fixedDelayString = "PT2S")
	void sweep() {
		this.challenges.lapsed(AT_ONCE).forEach((lapsed) -> this.challenges.take(lapsed).ifPresent(this::end));
	}

	@Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
	void forget() {
		this.challenges.forgetEnded();
	}

	private void end(Challenge taken) {
		String session = taken.session();
		try {
			if (session != null) {
				this.keycloak.end(session);
			}
			this.challenges.ended(taken);
		}
		catch (RuntimeException ex) {
			log.warn("The session of a lapsed log-in is ended later: {}", ex.getClass().getName());
		}
	}

}
