package io.marquee.identity.keycloak;

import java.text.ParseException;
import java.util.Optional;

import com.nimbusds.jwt.JWTParser;

/**
 * What a token claims, whoever made it: enough to look something up by, never to believe.
 */
public final class UnverifiedToken {

	private UnverifiedToken() {
	}

	/**
	 * The session a token claims to be of.
	 * @param token a token, or anything else
	 * @return the session, if it claims one
	 */
	public static Optional<String> session(String token) {
		try {
			return Optional.ofNullable(JWTParser.parse(token).getJWTClaimsSet())
				.flatMap((claims) -> Optional.ofNullable(claims.getClaim("sid")))
				.map(Object::toString);
		}
		catch (ParseException | RuntimeException ex) {
			return Optional.empty();
		}
	}

}
