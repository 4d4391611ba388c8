package io.marquee.identity.session;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.marquee.identity.keycloak.KeycloakSession;
import io.marquee.identity.keycloak.KeycloakSessions;
import io.marquee.platform.web.ApiException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * What people may know of their own sessions, and do to them.
 */
@Service
public class OwnSessions {

	private final SignIns signIns;

	private final KeycloakSessions keycloak;

	private final EndingSessions ending;

	OwnSessions(SignIns signIns, KeycloakSessions keycloak, EndingSessions ending) {
		this.signIns = signIns;
		this.keycloak = keycloak;
		this.ending = ending;
	}

	/**
	 * Lists the sessions that go on. One that waits for its second factor was never
	 * handed out and is none.
	 * @param userId whose
	 * @param current the session that asks
	 * @return the sessions, last seen first
	 */
	public List<SessionView> of(String userId, @Nullable String current) {
		Map<String, KeycloakSession> live = this.keycloak.of(userId)
			.stream()
			.filter(KeycloakSession::live)
			.collect(Collectors.toMap(KeycloakSession::id, Function.identity(), (one, same) -> one));
		return this.signIns.of(userId)
			.stream()
			.flatMap((signIn) -> Optional.ofNullable(live.get(signIn.id()))
				.map((session) -> view(signIn, session, current))
				.stream())
			.sorted(Comparator.comparing(SessionView::lastSeenAt).reversed().thenComparing(SessionView::id))
			.toList();
	}

	/**
	 * Ends one of them.
	 * @param userId whose
	 * @param session which
	 * @throws ApiException 404 if it is not theirs
	 */
	public void end(String userId, String session) {
		this.signIns.find(session)
			.filter((signIn) -> signIn.userId().equals(userId))
			.orElseThrow(() -> new ApiException(HttpStatus.NOT_FOUND, "SESSION_NOT_FOUND",
					"You have no such session; it may have ended"));
		this.ending.end(userId, session);
	}

	private static SessionView view(SignIn signIn, KeycloakSession session, @Nullable String current) {
		return new SessionView(signIn.id(), signIn.id().equals(current), signIn.device(), signIn.address(),
				session.startedAt(), session.lastSeenAt());
	}

}
