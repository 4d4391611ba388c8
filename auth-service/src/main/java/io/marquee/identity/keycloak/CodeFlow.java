package io.marquee.identity.keycloak;

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.marquee.identity.crypto.Cryptography;
import io.marquee.platform.security.SecuritySettings;
import io.marquee.platform.security.TokenDecoders;
import io.marquee.platform.web.ApiException;

import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Log-in in the browser: the authorization code flow (OpenID Connect Core 1.0, section
 * 3.1) with PKCE (RFC 7636), straight on to a provider that Keycloak trusts.
 */
@Component
public class CodeFlow {

	private final KeycloakTokens tokens;

	private final KeycloakSettings settings;

	private final String issuer;

	private final JwtDecoder identities;

	CodeFlow(KeycloakTokens tokens, KeycloakSettings settings, SecuritySettings security) {
		this.tokens = tokens;
		this.settings = settings;
		this.issuer = security.issuer();
		this.identities = TokenDecoders.create(new SecuritySettings(security.issuer(), security.jwkSetUri(),
				settings.loginClient(), List.of(), List.of()), List.of());
	}

	/**
	 * Where the browser goes to log in: Keycloak as the world knows it, which is the
	 * issuer's address.
	 * @param provider the alias of the provider in the realm
	 * @param callback where Keycloak sends the browser back to
	 * @param attempt what is kept of this log-in meanwhile
	 * @return the address
	 */
	public URI begin(String provider, URI callback, Attempt attempt) {
		return UriComponentsBuilder.fromUriString(this.issuer + "/protocol/openid-connect/auth")
			.queryParam("response_type", "code")
			.queryParam("client_id", "{client}")
			.queryParam("scope", "openid")
			.queryParam("redirect_uri", "{callback}")
			.queryParam("state", "{state}")
			.queryParam("nonce", "{nonce}")
			.queryParam("code_challenge", "{challenge}")
			.queryParam("code_challenge_method", "S256")
			.queryParam("kc_idp_hint", "{provider}")
			.encode()
			.buildAndExpand(Map.of("client", this.settings.loginClient(), "callback", callback, "state",
					attempt.state(), "nonce", attempt.nonce(), "challenge", Cryptography.hash(attempt.verifier()),
					"provider", provider))
			.toUri();
	}

	/**
	 * Tells whether an answer came from this Keycloak (RFC 9207).
	 * @param issuer who sent it, as it says itself
	 * @return whether it did
	 */
	public boolean isIssuer(String issuer) {
		return this.issuer.equals(issuer);
	}

	/**
	 * Exchanges a code.
	 * @param code the code
	 * @param callback where Keycloak sent it
	 * @param attempt the log-in it is for
	 * @return the session's first tokens
	 * @throws ApiException 400 if the code is unknown, over, used before or of another
	 * log-in
	 */
	public SessionTokens finish(String code, URI callback, Attempt attempt) {
		KeycloakTokens.Identified answer = this.tokens.exchange(code, attempt.verifier(), callback);
		try {
			if (attempt.nonce().equals(this.identities.decode(answer.idToken()).getClaimAsString("nonce"))) {
				return answer.session();
			}
		}
		catch (JwtException ex) {
			throw KeycloakHttp.unavailable(ex);
		}
		throw lost();
	}

	/**
	 * What to tell somebody who comes back from a log-in that is not theirs to end.
	 * @return the failure: 400, {@code SOCIAL_LOGIN_INVALID}
	 */
	public static ApiException lost() {
		return new ApiException(HttpStatus.BAD_REQUEST, "SOCIAL_LOGIN_INVALID",
				"This log-in is over or was not begun in this browser; please begin anew");
	}

	/**
	 * What is kept of a log-in while the browser is away.
	 *
	 * @param state comes back with the code
	 * @param nonce comes back in the ID token
	 * @param verifier proves who began (RFC 7636)
	 */
	public record Attempt(String state, String nonce, String verifier) {

		private static final int BYTES = 32;

		/**
		 * Draws values that nobody can guess.
		 * @return a new log-in
		 */
		public static Attempt draw() {
			return new Attempt(Cryptography.token(BYTES), Cryptography.token(BYTES), Cryptography.token(BYTES));
		}

		@Override
		public String toString() {
			return "Attempt[…]";
		}

	}

}
