package io.marquee.identity.keycloak;

import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The token of this service's own account at Keycloak, fetched anew shortly before it
 * expires.
 */
@Component
class AdministrationToken {

	private static final long EARLY_SECONDS = 30;

	private final KeycloakTokens tokens;

	private final Clock clock;

	private volatile @Nullable Held held;

	AdministrationToken(KeycloakTokens tokens, Clock clock) {
		this.tokens = tokens;
		this.clock = clock;
	}

	String current() {
		Held known = this.held;
		return (known != null && known.goodAt(this.clock.instant())) ? known.header() : fresh();
	}

	/**
	 * Fetches a token. Threads do not wait for each other: with a slow Keycloak, waiting
	 * in line would add up, and a second token does no harm.
	 * @return the header to use
	 */
	String fresh() {
		KeycloakTokens.TokenAnswer answer = this.tokens.administration();
		Held fetched = new Held("Bearer " + answer.accessToken(),
				this.clock.instant().plusSeconds(answer.expiresIn() - EARLY_SECONDS));
		this.held = fetched;
		return fetched.header();
	}

	private record Held(String header, Instant until) {

		boolean goodAt(Instant now) {
			return now.isBefore(this.until);
		}

	}

}
