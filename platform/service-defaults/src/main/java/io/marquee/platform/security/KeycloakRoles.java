package io.marquee.platform.security;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Maps Keycloak's {@code realm_access.roles} to {@code ROLE_x} and the token's
 * {@code scope} to {@code SCOPE_x}.
 */
public final class KeycloakRoles implements Converter<Jwt, Collection<GrantedAuthority>> {

	@Override
	public Collection<GrantedAuthority> convert(Jwt token) {
		List<GrantedAuthority> authorities = new ArrayList<>();
		roles(token).forEach((role) -> authorities.add(new SimpleGrantedAuthority("ROLE_" + role)));
		scopes(token).forEach((scope) -> authorities.add(new SimpleGrantedAuthority("SCOPE_" + scope)));
		return authorities;
	}

	/**
	 * The realm roles a token claims.
	 * @param token the token
	 * @return the roles, maybe none
	 */
	public static Set<String> roles(Jwt token) {
		Map<String, Object> access = token.getClaimAsMap("realm_access");
		if (access != null && access.get("roles") instanceof Collection<?> roles) {
			return roles.stream().map(Object::toString).collect(Collectors.toUnmodifiableSet());
		}
		return Set.of();
	}

	static Set<String> scopes(Jwt token) {
		String scope = token.getClaimAsString("scope");
		return (scope != null && !scope.isBlank()) ? Set.of(scope.strip().split("\\s+")) : Set.of();
	}

}
