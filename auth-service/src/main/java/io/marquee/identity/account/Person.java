package io.marquee.identity.account;

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
 */
public record Person(String id, String email, String fullName, @Nullable String username) {

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
		return new Person(token.getSubject(), email, (name != null) ? name : "",
				email.equals(username) ? null : username);
	}

	static @Nullable Person of(KeycloakUser user) {
		return (user.email() != null) ? new Person(user.id(), user.email(), user.fullName(), user.chosenUsername())
				: null;
	}

	@Override
	public String toString() {
		return "Person[" + this.id + "]";
	}

}
