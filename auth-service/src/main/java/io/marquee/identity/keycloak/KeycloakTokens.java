package io.marquee.identity.keycloak;

import java.net.URI;
import java.util.Objects;
import java.util.function.Supplier;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.marquee.identity.EmailAddress;
import io.marquee.platform.web.ApiException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.HttpClientErrorException;

/**
 * Keycloak's token endpoint.
 */
@Component
public class KeycloakTokens {

	private final KeycloakHttp keycloak;

	private final KeycloakSettings settings;

	KeycloakTokens(KeycloakHttp keycloak, KeycloakSettings settings) {
		this.keycloak = keycloak;
		this.settings = settings;
	}

	/**
	 * Begins a session.
	 * @param address the account's address
	 * @param password its password
	 * @return the session's first tokens
	 * @throws ApiException 401 whatever the reason for Keycloak's refusal: unknown,
	 * wrong, disabled or locked must look alike
	 */
	public SessionTokens signIn(EmailAddress address, String password) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.add("grant_type", "password");
		form.add("username", address.value());
		form.add("password", password);
		return session(form, "INVALID_CREDENTIALS", "E-mail address or password is wrong");
	}

	/**
	 * Renews a session. Keycloak ends the session when a token comes a second time.
	 * @param refreshToken the last refresh token
	 * @return the next tokens
	 * @throws ApiException 401 if Keycloak refuses it
	 */
	public SessionTokens refresh(String refreshToken) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.add("grant_type", "refresh_token");
		form.add("refresh_token", refreshToken);
		return session(form, "INVALID_REFRESH_TOKEN", "The session has ended; please log in again");
	}

	/**
	 * Checks a password, counting a wrong one as a log-in does; no session is left.
	 * @param address the account's address
	 * @param password its password
	 * @throws ApiException 401 if Keycloak refuses it, for whatever reason
	 */
	public void check(EmailAddress address, String password) {
		MultiValueMap<String, String> form = credentials();
		form.add("refresh_token", signIn(address, password).refreshToken());
		try {
			this.keycloak.call((http) -> http.post()
				.uri(this.settings.logoutPath())
				.contentType(MediaType.APPLICATION_FORM_URLENCODED)
				.body(form)
				.retrieve()
				.toBodilessEntity());
		}
		catch (HttpClientErrorException ex) {
			throw KeycloakHttp.unavailable(ex);
		}
	}

	/**
	 * Begins the session of somebody who logged in elsewhere. Keycloak ends the session
	 * when a code comes a second time.
	 * @param code the code that the browser brought
	 * @param verifier the code verifier (RFC 7636)
	 * @param callback where the browser was sent back to
	 * @return the session's first tokens, and whose it is
	 * @throws ApiException 400 if Keycloak refuses the code
	 */
	Identified exchange(String code, String verifier, URI callback) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.add("grant_type", "authorization_code");
		form.add("code", code);
		form.add("code_verifier", verifier);
		form.add("redirect_uri", callback.toString());
		TokenAnswer answer = asLoginClient(form, CodeFlow::lost);
		return new Identified(answer.session(), Objects.requireNonNull(answer.idToken()));
	}

	private MultiValueMap<String, String> credentials() {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.add("client_id", this.settings.loginClient());
		form.add("client_secret", this.settings.loginSecret());
		return form;
	}

	private SessionTokens session(MultiValueMap<String, String> form, String code, String message) {
		return asLoginClient(form, () -> new ApiException(HttpStatus.UNAUTHORIZED, code, message)).session();
	}

	private TokenAnswer asLoginClient(MultiValueMap<String, String> form, Supplier<ApiException> refused) {
		form.addAll(credentials());
		try {
			return request(form);
		}
		catch (HttpClientErrorException ex) {
			TokenRefusal refusal = ex.getResponseBodyAs(TokenRefusal.class);
			if (refusal != null && "invalid_grant".equals(refusal.error())) {
				throw refused.get();
			}
			// This service's own client was refused: nothing its caller could mend.
			throw KeycloakHttp.unavailable(ex);
		}
	}

	TokenAnswer administration() {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.add("grant_type", "client_credentials");
		form.add("client_id", this.settings.adminClient());
		form.add("client_secret", this.settings.adminSecret());
		try {
			return request(form);
		}
		catch (HttpClientErrorException ex) {
			throw KeycloakHttp.unavailable(ex);
		}
	}

	private TokenAnswer request(MultiValueMap<String, String> form) {
		return this.keycloak.call((http) -> Objects.requireNonNull(http.post()
			.uri(this.settings.tokenPath())
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.body(form)
			.retrieve()
			.body(TokenAnswer.class)));
	}

	record TokenAnswer(@JsonProperty("access_token") String accessToken,
			@JsonProperty("refresh_token") @Nullable String refreshToken, @JsonProperty("expires_in") long expiresIn,
			@JsonProperty("id_token") @Nullable String idToken) {

		SessionTokens session() {
			return new SessionTokens(this.accessToken, Objects.requireNonNull(this.refreshToken), this.expiresIn);
		}

	}

	/**
	 * A session and whose it is.
	 *
	 * @param session the session's first tokens
	 * @param idToken what Keycloak says of the person
	 */
	record Identified(SessionTokens session, String idToken) {

		@Override
		public String toString() {
			return "Identified[…]";
		}

	}

	record TokenRefusal(@Nullable String error) {

	}

}
