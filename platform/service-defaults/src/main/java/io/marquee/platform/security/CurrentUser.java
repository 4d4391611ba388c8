package io.marquee.platform.security;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Who makes this request, read from the access token; a controller parameter.
 *
 * @param id the token's subject
 * @param email the e-mail address, absent for client-credentials tokens
 * @param name the full name, absent for client-credentials tokens
 * @param roles Keycloak's realm roles
 * @param scopes the token's scopes
 * @param clientId the OAuth 2.0 client the token was issued to
 */
public record CurrentUser(String id, @Nullable String email, @Nullable String name, Set<String> roles,
		Set<String> scopes, @Nullable String clientId) {

	/**
	 * Whether a role was granted.
	 * @param role a realm role such as {@code admin}
	 * @return whether the token carries it
	 */
	public boolean hasRole(String role) {
		return this.roles.contains(role);
	}

	/**
	 * Whether a scope was granted.
	 * @param scope a scope such as {@code bookings:write}
	 * @return whether the token carries it
	 */
	public boolean hasScope(String scope) {
		return this.scopes.contains(scope);
	}

	/** Leaves out personal data, so that a log line may name the user. */
	@Override
	public String toString() {
		return "CurrentUser[" + this.id + "]";
	}

}
