package io.marquee.identity.keycloak;

import java.util.List;
import java.util.Objects;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The roles of users in Keycloak.
 */
@Component
public class KeycloakRoles {

	/** The roles that people have; Keycloak has others of its own. */
	private static final List<String> OF_PEOPLE = List.of("user", "staff", "admin");

	private final KeycloakAdministration keycloak;

	KeycloakRoles(KeycloakAdministration keycloak) {
		this.keycloak = keycloak;
	}

	/**
	 * Finds somebody's roles.
	 * @param userId whose; must exist
	 * @return the roles, in alphabetical order
	 */
	public List<String> of(String userId) {
		List<Role> roles = this.keycloak.call((http, token) -> http.get()
			.uri(this.keycloak.root() + "/users/{id}/role-mappings/realm/composite", userId)
			.header(HttpHeaders.AUTHORIZATION, token)
			.retrieve()
			.body(new ParameterizedTypeReference<List<Role>>() {
			}));
		return Objects.requireNonNull(roles).stream().map(Role::name).filter(OF_PEOPLE::contains).sorted().toList();
	}

	record Role(String id, String name) {
	}

}
