package io.marquee.identity.keycloak;

import java.util.List;

import io.marquee.platform.security.SecuritySettings;
import io.marquee.platform.security.TokenDecoders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/**
 * Reads access tokens that Keycloak has just issued. Whether they are revoked is not
 * asked: of somebody blocked they are, and it is for the account to say so.
 */
@Component
public class FreshTokens {

	private static final Logger log = LoggerFactory.getLogger(FreshTokens.class);

	private final JwtDecoder decoder;

	FreshTokens(SecuritySettings settings) {
		this.decoder = TokenDecoders.create(settings, List.of());
	}

	/**
	 * Reads a session's access token.
	 * @param session the session
	 * @return its token
	 * @throws io.marquee.platform.web.ApiException 503 if it is not what services accept
	 */
	public Jwt read(SessionTokens session) {
		try {
			return this.decoder.decode(session.accessToken());
		}
		catch (JwtException ex) {
			log.error("Keycloak's own token is not accepted; does its hostname differ from MARQUEE_KEYCLOAK_URL? {}",
					ex.getMessage());
			throw KeycloakHttp.unavailable(ex);
		}
	}

}
