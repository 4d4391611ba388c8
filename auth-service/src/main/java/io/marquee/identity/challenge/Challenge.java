package io.marquee.identity.challenge;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A log-in whose password was right and whose second factor is not proven yet. Its
 * session exists in Keycloak already, but nobody can use it: the refresh token is sealed
 * under the server's keys and the client's challenge id, of which only a hash is here.
 *
 * @param id hash of the challenge id
 * @param userId whose log-in
 * @param session the session in Keycloak; gone once that has ended
 * @param refreshToken what opens the session, sealed
 * @param state how far it is
 * @param attempts guesses so far
 * @param expiresAt until when it can be proven
 * @param endAt when the session is to be ended; gone once that is done
 */
@Document(Challenges.COLLECTION)
public record Challenge(@Id String id, String userId, @Nullable String session, @Nullable String refreshToken,
		State state, int attempts, Instant expiresAt, @Nullable Instant endAt) {

	@Override
	public String toString() {
		return "Challenge[" + this.userId + ", " + this.state + "]";
	}

	/** How far a challenge is. */
	public enum State {

		/** The second factor is asked for. */
		OPEN,

		/** It was proven, and the tokens are being fetched. */
		PROVEN,

		/** It can no longer be proven. */
		VOID

	}

}
