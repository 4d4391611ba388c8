package io.marquee.identity.session;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import io.marquee.identity.account.Accounts;
import io.marquee.identity.account.TokensRevoked;
import io.marquee.identity.keycloak.KeycloakSession;
import io.marquee.identity.keycloak.KeycloakSessions;

import org.springframework.stereotype.Service;

/**
 * Ends sessions: their access tokens are revoked and Keycloak renews them no more. The
 * first is written down before Keycloak is asked; should that fail, the caller is told
 * and tries again.
 */
@Service
public class EndingSessions {

	private final Accounts accounts;

	private final KeycloakSessions keycloak;

	private final SignIns signIns;

	private final Clock clock;

	EndingSessions(Accounts accounts, KeycloakSessions keycloak, SignIns signIns, Clock clock) {
		this.accounts = accounts;
		this.keycloak = keycloak;
		this.signIns = signIns;
		this.clock = clock;
	}

	/**
	 * Ends one session.
	 * @param userId whose
	 * @param session the session
	 */
	public void end(String userId, String session) {
		this.accounts.revoke(userId, List.of(TokensRevoked.ofSession(session, userId, now())));
		this.keycloak.end(session);
		this.signIns.ended(List.of(session));
	}

	/**
	 * Ends all sessions but one.
	 * @param userId whose
	 * @param spared the session that goes on
	 */
	public void endOthers(String userId, String spared) {
		List<String> others = sessionsOf(userId).stream().filter((session) -> !session.equals(spared)).toList();
		this.accounts.revoke(userId, revoked(userId, others));
		others.forEach(this.keycloak::end);
		this.signIns.ended(others);
	}

	/**
	 * Ends all sessions.
	 * @param userId whose
	 */
	public void endAll(String userId) {
		List<TokensRevoked> revoked = new ArrayList<>(revoked(userId, sessionsOf(userId)));
		revoked.add(TokensRevoked.ofUser(userId, now()));
		this.accounts.revoke(userId, revoked);
		this.keycloak.endAll(userId);
		this.signIns.forget(userId);
	}

	private List<String> sessionsOf(String userId) {
		return this.keycloak.of(userId).stream().map(KeycloakSession::id).toList();
	}

	private List<TokensRevoked> revoked(String userId, List<String> sessions) {
		Instant now = now();
		return sessions.stream().map((session) -> TokensRevoked.ofSession(session, userId, now)).toList();
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
