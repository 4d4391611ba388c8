package io.marquee.platform.audit;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who acts.
 *
 * @param id the token's subject
 * @param client the OAuth 2.0 client the token was issued to
 * @param roles the realm roles the token carries, in alphabetical order
 */
record Actor(String id, @Nullable String client, List<String> roles) {

	private static final String ROLE = "ROLE_";

	static Actor of(JwtAuthenticationToken token) {
		return new Actor(token.getName(), token.getToken().getClaimAsString("azp"),
				token.getAuthorities()
					.stream()
					.map((authority) -> String.valueOf(authority.getAuthority()))
					.filter((authority) -> authority.startsWith(ROLE))
					.map((authority) -> authority.substring(ROLE.length()))
					.sorted()
					.toList());
	}

}
