package io.marquee.identity.keycloak;

/**
 * The tokens of a session.
 *
 * @param accessToken what services accept
 * @param refreshToken what fetches the next pair, once
 * @param expiresIn seconds that the access token is good for
 */
public record SessionTokens(String accessToken, String refreshToken, long expiresIn) {

	@Override
	public String toString() {
		return "SessionTokens[…]";
	}

}
