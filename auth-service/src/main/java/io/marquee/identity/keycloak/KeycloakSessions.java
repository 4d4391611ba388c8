package io.marquee.identity.keycloak;

import java.util.List;
import java.util.Objects;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/**
 * The sessions in Keycloak.
 */
@Component
public class KeycloakSessions {

	private final KeycloakAdministration keycloak;

	KeycloakSessions(KeycloakAdministration keycloak) {
		this.keycloak = keycloak;
	}

	/**
	 * Finds somebody's sessions.
	 * @param userId whose
	 * @return the sessions; none if there is no such user
	 */
	public List<KeycloakSession> of(String userId) {
		try {
			return Objects.requireNonNull(this.keycloak.call((http, token) -> http.get()
				.uri(this.keycloak.root() + "/users/{id}/sessions", userId)
				.header(HttpHeaders.AUTHORIZATION, token)
				.retrieve()
				.body(new ParameterizedTypeReference<List<KeycloakSession>>() {
				})));
		}
		catch (HttpClientErrorException.NotFound ex) {
			return List.of();
		}
	}

	/**
	 * Ends a session, if it has not ended yet.
	 * @param sessionId the session ({@code sid} of its tokens)
	 */
	public void end(String sessionId) {
		try {
			this.keycloak.call((http, token) -> http.delete()
				.uri(this.keycloak.root() + "/sessions/{id}", sessionId)
				.header(HttpHeaders.AUTHORIZATION, token)
				.retrieve()
				.toBodilessEntity());
		}
		catch (HttpClientErrorException.NotFound ex) {
			// What was asked for is the case.
		}
	}

	/**
	 * Ends all of somebody's sessions, those that begin meanwhile included.
	 * @param userId whose
	 */
	public void endAll(String userId) {
		try {
			this.keycloak.call((http, token) -> http.post()
				.uri(this.keycloak.root() + "/users/{id}/logout", userId)
				.header(HttpHeaders.AUTHORIZATION, token)
				.retrieve()
				.toBodilessEntity());
		}
		catch (HttpClientErrorException.NotFound ex) {
			// What was asked for is the case.
		}
	}

}
