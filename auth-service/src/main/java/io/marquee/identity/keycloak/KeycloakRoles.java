package io.marquee.identity.keycloak;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
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
		return read(userId, "/composite").stream().map(Role::name).filter(OF_PEOPLE::contains).sorted().toList();
	}

	/**
	 * Sets somebody's roles. What they lose goes first.
	 * @param userId whose; must exist
	 * @param wanted the roles
	 * @throws IllegalStateException if they have other roles all the same: Keycloak can
	 * give them by a group, which only its console can change
	 */
	public void set(String userId, List<String> wanted) {
		List<Role> lost = read(userId, "").stream()
			.filter((role) -> OF_PEOPLE.contains(role.name()) && !wanted.contains(role.name()))
			.toList();
		change(userId, HttpMethod.DELETE, lost);
		List<String> had = of(userId);
		change(userId, HttpMethod.POST,
				read(userId, "/available").stream()
					.filter((role) -> wanted.contains(role.name()) && !had.contains(role.name()))
					.toList());
		if (!Set.copyOf(of(userId)).equals(Set.copyOf(wanted))) {
			throw new IllegalStateException("Keycloak gives " + userId + " roles in another way than by mapping");
		}
	}

	private List<Role> read(String userId, String which) {
		return Objects.requireNonNull(this.keycloak.call((http, token) -> http.get()
			.uri(this.keycloak.root() + "/users/{id}/role-mappings/realm" + which, userId)
			.header(HttpHeaders.AUTHORIZATION, token)
			.retrieve()
			.body(new ParameterizedTypeReference<List<Role>>() {
			})));
	}

	private void change(String userId, HttpMethod method, List<Role> roles) {
		if (!roles.isEmpty()) {
			this.keycloak.call((http, token) -> http.method(method)
				.uri(this.keycloak.root() + "/users/{id}/role-mappings/realm", userId)
				.header(HttpHeaders.AUTHORIZATION, token)
				.contentType(MediaType.APPLICATION_JSON)
				.body(roles)
				.retrieve()
				.toBodilessEntity());
		}
	}

	record Role(String id, String name) {
	}

}
