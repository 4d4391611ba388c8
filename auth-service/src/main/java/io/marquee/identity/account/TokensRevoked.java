package io.marquee.identity.account;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Event {@value #TYPE}: tokens are refused from now on, though they have not expired. It
 * is about one session, one user or one client.
 *
 * @param session the session ({@code sid}), all of whose tokens are refused
 * @param user the user ({@code sub}); of a session, whose it is
 * @param client the client ({@code azp})
 * @param issuedBefore tokens are refused whose {@code iat} is in a second before this one
 * @param blocked whether every token is refused, whenever it was issued
 * @param roles the user's roles now; tokens that claim another one are refused
 * @param revokedAt when
 */
public record TokensRevoked(@Nullable String session, @Nullable String user, @Nullable String client,
		@Nullable Instant issuedBefore, boolean blocked, @Nullable List<String> roles, Instant revokedAt) {

	/** The event's type. */
	public static final String TYPE = "marquee.tokens.revoked";

	/** Where it is published. */
	public static final String TOPIC = "marquee.revocations.v1";

	/**
	 * A session has ended.
	 * @param session the session
	 * @param user whose
	 * @param now the time
	 * @return the event
	 */
	public static TokensRevoked ofSession(String session, String user, Instant now) {
		return new TokensRevoked(session, user, null, null, false, null, now);
	}

	/**
	 * All that was issued to somebody until now is worthless. A token's time of issue is
	 * in whole seconds: one of this very second stays good, unless its session is ended
	 * by name.
	 * @param user whose tokens
	 * @param now the time
	 * @return the event
	 */
	public static TokensRevoked ofUser(String user, Instant now) {
		return new TokensRevoked(null, user, null, now, false, null, now);
	}

	/**
	 * Somebody is shut out until an {@link #ofUser} follows.
	 * @param user whose tokens
	 * @param now the time
	 * @return the event
	 */
	public static TokensRevoked ofBlocked(String user, Instant now) {
		return new TokensRevoked(null, user, null, now, true, null, now);
	}

	/**
	 * Somebody's roles are others now.
	 * @param user whose
	 * @param roles the roles
	 * @param now the time
	 * @return the event
	 */
	public static TokensRevoked ofRoles(String user, List<String> roles, Instant now) {
		return new TokensRevoked(null, user, null, null, false, List.copyOf(roles), now);
	}

	/**
	 * All that was issued to a client until now is worthless, as with a user.
	 * @param client the client
	 * @param now the time
	 * @return the event
	 */
	public static TokensRevoked ofClientBefore(String client, Instant now) {
		return new TokensRevoked(null, null, client, now, false, null, now);
	}

	/**
	 * A client is no more.
	 * @param client the client
	 * @param now the time
	 * @return the event
	 */
	public static TokensRevoked ofClient(String client, Instant now) {
		return new TokensRevoked(null, null, client, now, true, null, now);
	}

	/**
	 * Who or what it is about.
	 * @return the event's key
	 */
	public String key() {
		if (this.session != null) {
			return "session:" + this.session;
		}
		return (this.user != null) ? "user:" + this.user : "client:" + this.client;
	}

}
