package io.marquee.identity.keycloak;

import java.time.Instant;
import java.util.Map;

/**
 * A session as Keycloak describes one.
 *
 * @param id the {@code sid} of its tokens
 * @param start when it began, in milliseconds since 1970
 * @param lastAccess when its last token was issued, in milliseconds since 1970
 * @param clients the clients that may renew it; none once a refresh token came twice
 */
public record KeycloakSession(String id, long start, long lastAccess, Map<String, String> clients) {

	/**
	 * Whether anybody can renew it.
	 * @return whether it goes on
	 */
	public boolean live() {
		return !this.clients.isEmpty();
	}

	/**
	 * When it began.
	 * @return the time
	 */
	public Instant startedAt() {
		return Instant.ofEpochMilli(this.start);
	}

	/**
	 * When its last token was issued.
	 * @return the time
	 */
	public Instant lastSeenAt() {
		return Instant.ofEpochMilli(this.lastAccess);
	}

}
