package io.marquee.identity.session;

import io.marquee.identity.keycloak.KeycloakSession;
import io.marquee.identity.keycloak.KeycloakSessions;
import io.marquee.identity.keycloak.UnverifiedToken;

import org.springframework.stereotype.Service;

/**
 * Notices sessions that Keycloak ended of itself. It does so when a refresh token comes a
 * second time, for then somebody else has it (RFC 9700, 4.14.2); the access tokens of
 * that session must be worthless as well.
 */
@Service
public class EndedAtKeycloak {

	private final SignIns signIns;

	private final KeycloakSessions keycloak;

	private final EndingSessions ending;

	EndedAtKeycloak(SignIns signIns, KeycloakSessions keycloak, EndingSessions ending) {
		this.signIns = signIns;
		this.keycloak = keycloak;
		this.ending = ending;
	}

	/**
	 * Ends the session of a refused refresh token, if Keycloak has. The token may be
	 * forged: it only names a session, whose owner is known here and whose end Keycloak
	 * confirms.
	 * @param refreshToken what Keycloak refused
	 */
	public void refused(String refreshToken) {
		UnverifiedToken.session(refreshToken)
			.flatMap(this.signIns::find)
			.filter((signIn) -> this.keycloak.of(signIn.userId())
				.stream()
				.filter(KeycloakSession::live)
				.map(KeycloakSession::id)
				.noneMatch(signIn.id()::equals))
			.ifPresent((signIn) -> this.ending.end(signIn.userId(), signIn.id()));
	}

}
