package io.marquee.identity.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.marquee.identity.keycloak.KeycloakUser;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.jwt.Jwt;

/**
 * A person as Keycloak knows them, from a token or from its administration API.
 *
 * @param id the subject of their tokens
 * @param email the address
 * @param fullName the name
 * @param username a chosen name; null if the address stands in for it
 * @param roles the realm roles, in alphabetical order
 */
public record Person(String id, String email, String fullName, @Nullable String username, List<String> roles) {

	/** What everybody has. */
	public static final List<String> EVERYBODY = List.of("user");

	/**
	 * Reads a token.
	 * @param token an access token
	 * @return the person, or null if the token is a client's own
	 */
	public static @Nullable Person of(Jwt token) {
		String email = token.getClaimAsString("email");
		if (email == null) {
			return null;
		}
		String name = token.getClaimAsString("name");
		String username = token.getClaimAsString("preferred_username");
		return new Person(token.getSubject(), email, (name != null) ? name : "", KeycloakUser.chosen(username, email),
				rolesIn(token));
	}

	/**
	 * Reads a description of Keycloak's.
	 * @param user the description
	 * @param roles the user's realm roles
	 * @return the person, or null if the user is a client's own
	 */
	public static @Nullable Person of(KeycloakUser user, List<String> roles) {
		return (user.email() != null)
				? new Person(user.id(), user.email(), user.fullName(), user.chosenUsername(), roles) : null;
	}

	/**
	 * Whether the person is an admin.
	 * @return whether they have the role
	 */
	public boolean admin() {
		return this.roles.contains("admin");
	}

	static List<String> rolesIn(Jwt token) {
		Map<String, Object> access = token.getClaimAsMap("realm_access");
		return (access != null && access.get("roles") instanceof Collection<?> roles)
				? roles.stream().map(Object::toString).sorted().toList() : List.of();
	}

	@Override
	public String toString() {
		return "Person[" + this.id + "]";
	}

}
