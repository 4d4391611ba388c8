package io.marquee.identity.keycloak;

import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/**
 * Keycloak's administration API, as this service's own account.
 */
@Component
class KeycloakAdministration {

	private final KeycloakHttp keycloak;

	private final AdministrationToken token;

	private final String root;

	KeycloakAdministration(KeycloakHttp keycloak, AdministrationToken token, KeycloakSettings settings) {
		this.keycloak = keycloak;
		this.token = token;
		this.root = "/admin/realms/" + settings.realm();
	}

	/**
	 * Where the realm is administrated.
	 * @return the path that every call's path begins with
	 */
	String root() {
		return this.root;
	}

	/**
	 * Makes a call.
	 * @param <T> what it brings
	 * @param call the call, given the client and the value of its Authorization header
	 * @return what it brought
	 * @throws HttpClientErrorException if Keycloak refuses, other than for the token
	 * @throws io.marquee.platform.web.ApiException 503 if it does not answer
	 */
	<T extends @Nullable Object> T call(BiFunction<RestClient, String, T> call) {
		String current = this.token.current();
		try {
			return this.keycloak.call((http) -> call.apply(http, current));
		}
		catch (HttpClientErrorException.Unauthorized ex) {
			// Keycloak was set up anew, or changed its keys, since the token was issued.
			String next = this.token.fresh();
			try {
				return this.keycloak.call((http) -> call.apply(http, next));
			}
			catch (HttpClientErrorException.Unauthorized | HttpClientErrorException.Forbidden again) {
				throw KeycloakHttp.unavailable(again);
			}
		}
		catch (HttpClientErrorException.Forbidden ex) {
			throw KeycloakHttp.unavailable(ex);
		}
	}

}
