package io.marquee.identity.challenge;

import java.time.Instant;

import io.marquee.identity.account.DataSubject;
import io.marquee.identity.account.PersonalData;

import org.springframework.stereotype.Component;

/**
 * Log-ins of somebody's that wait for their second factor, or did a few minutes ago.
 */
@Component
class ChallengeData implements PersonalData {

	private final Challenges challenges;

	ChallengeData(Challenges challenges) {
		this.challenges = challenges;
	}

	@Override
	public String name() {
		return "logInsUnderWay";
	}

	@Override
	public Object export(DataSubject subject) {
		return this.challenges.of(subject.userId())
			.stream()
			.map((challenge) -> new Held(challenge.state(), challenge.expiresAt()))
			.toList();
	}

	/**
	 * Their sessions have ended with the user in Keycloak.
	 */
	@Override
	public void erase(DataSubject subject) {
		this.challenges.forget(subject.userId());
	}

	private record Held(Challenge.State state, Instant expiresAt) {

	}

}
