package io.marquee.platform.feign;

import java.net.URI;

import feign.RequestInterceptor;
import feign.RequestTemplate;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Calls to {@code /internal/**} carry this service's own token; other calls pass the
 * user's on.
 */
class ServiceTokens implements RequestInterceptor {

	static final String REGISTRATION = "services";

	private final OAuth2AuthorizedClientManager clients;

	ServiceTokens(OAuth2AuthorizedClientManager clients) {
		this.clients = clients;
	}

	@Override
	public void apply(RequestTemplate request) {
		if (URI.create(request.path()).getPath().startsWith("/internal/")) {
			request.header(HttpHeaders.AUTHORIZATION, "Bearer " + serviceToken());
			return;
		}
		Authentication current = SecurityContextHolder.getContext().getAuthentication();
		if (current instanceof JwtAuthenticationToken user) {
			request.header(HttpHeaders.AUTHORIZATION, "Bearer " + user.getToken().getTokenValue());
		}
	}

	private String serviceToken() {
		try {
			OAuth2AuthorizedClient client = this.clients.authorize(
					OAuth2AuthorizeRequest.withClientRegistrationId(REGISTRATION).principal(REGISTRATION).build());
			if (client == null) {
				throw new DependencyUnavailableException("keycloak", null);
			}
			return client.getAccessToken().getTokenValue();
		}
		catch (OAuth2AuthorizationException ex) {
			throw new DependencyUnavailableException("keycloak", ex);
		}
	}

}
