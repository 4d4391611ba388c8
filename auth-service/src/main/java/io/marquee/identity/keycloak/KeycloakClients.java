package io.marquee.identity.keycloak;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/**
 * The clients of partners in Keycloak. They get tokens of their own, with scopes and
 * without roles, and can do nothing for a person.
 */
@Component
public class KeycloakClients {

	private final KeycloakAdministration keycloak;

	KeycloakClients(KeycloakAdministration keycloak) {
		this.keycloak = keycloak;
	}

	/**
	 * Creates a client.
	 * @param client the client
	 */
	public void create(NewClient client) {
		// Without full scope and scope mappings, no role gets into its tokens, whatever
		// roles its service account may have.
		send(HttpMethod.POST, "/clients",
				Map.ofEntries(Map.entry("id", client.id()), Map.entry("clientId", client.clientId()),
						Map.entry("name", client.name()), Map.entry("enabled", true),
						Map.entry("protocol", "openid-connect"), Map.entry("publicClient", false),
						Map.entry("clientAuthenticatorType", "client-secret"), Map.entry("secret", client.secret()),
						Map.entry("standardFlowEnabled", false), Map.entry("implicitFlowEnabled", false),
						Map.entry("directAccessGrantsEnabled", false), Map.entry("serviceAccountsEnabled", true),
						Map.entry("fullScopeAllowed", false), Map.entry("redirectUris", List.of()),
						Map.entry("webOrigins", List.of()), Map.entry("defaultClientScopes", List.of("marquee-api")),
						Map.entry("optionalClientScopes", client.scopes()),
						Map.entry("protocolMappers", List.of(rateLimit(client.requestsPerMinute())))));
	}

	/**
	 * Sets what a client is called and may do.
	 * @param id Keycloak's own id of it; must exist
	 * @param clientId what the partner calls itself
	 * @param name for people
	 * @param scopes the scopes its tokens may have
	 * @param requestsPerMinute the claim {@code rate_limit} of its tokens
	 */
	public void set(String id, String clientId, String name, List<String> scopes, int requestsPerMinute) {
		send(HttpMethod.PUT, "/clients/{id}",
				Map.of("clientId", clientId, "name", name, "protocolMappers", List.of(rateLimit(requestsPerMinute))),
				id);
		List<Scope> granted = scopes("/clients/{id}/optional-client-scopes", id);
		for (Scope scope : granted) {
			if (!scopes.contains(scope.name())) {
				send(HttpMethod.DELETE, "/clients/{id}/optional-client-scopes/{scope}", Map.of(), id, scope.id());
			}
		}
		List<String> names = granted.stream().map(Scope::name).toList();
		for (Scope scope : scopes("/client-scopes")) {
			if (scopes.contains(scope.name()) && !names.contains(scope.name())) {
				send(HttpMethod.PUT, "/clients/{id}/optional-client-scopes/{scope}", Map.of(), id, scope.id());
			}
		}
	}

	/**
	 * Sets a client's secret; the one before is no good from then on.
	 * @param id Keycloak's own id of it; must exist
	 * @param clientId what the partner calls itself
	 * @param secret the new secret
	 */
	public void setSecret(String id, String clientId, String secret) {
		send(HttpMethod.PUT, "/clients/{id}", Map.of("clientId", clientId, "secret", secret), id);
	}

	/**
	 * Removes a client, if it is there.
	 * @param id Keycloak's own id of it
	 */
	public void remove(String id) {
		try {
			send(HttpMethod.DELETE, "/clients/{id}", Map.of(), id);
		}
		catch (HttpClientErrorException.NotFound ex) {
			// What was asked for is the case.
		}
	}

	private List<Scope> scopes(String path, Object... variables) {
		return Objects.requireNonNull(this.keycloak.call((http, token) -> http.get()
			.uri(this.keycloak.root() + path, variables)
			.header(HttpHeaders.AUTHORIZATION, token)
			.retrieve()
			.body(new ParameterizedTypeReference<List<Scope>>() {
			})));
	}

	private void send(HttpMethod method, String path, Map<String, ?> body, Object... variables) {
		this.keycloak.call((http, token) -> http.method(method)
			.uri(this.keycloak.root() + path, variables)
			.header(HttpHeaders.AUTHORIZATION, token)
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.retrieve()
			.toBodilessEntity());
	}

	private static Map<String, Object> rateLimit(int requestsPerMinute) {
		return Map.of("name", "rate limit", "protocol", "openid-connect", "protocolMapper",
				"oidc-hardcoded-claim-mapper", "config",
				Map.of("claim.name", "rate_limit", "claim.value", String.valueOf(requestsPerMinute), "jsonType.label",
						"int", "access.token.claim", "true", "id.token.claim", "false", "userinfo.token.claim", "false",
						"introspection.token.claim", "true"));
	}

	record Scope(String id, String name) {
	}

}
