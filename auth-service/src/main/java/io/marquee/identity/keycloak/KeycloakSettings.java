package io.marquee.identity.keycloak;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where Keycloak is and as whom this service speaks to it.
 *
 * @param url its base address
 * @param realm the realm of Marquee's users
 * @param loginClient the client that exchanges credentials for tokens
 * @param loginSecret that client's secret
 * @param adminClient the client whose service account manages users
 * @param adminSecret that client's secret
 * @param connectTimeout how long to wait for a connection
 * @param readTimeout how long to wait for an answer
 */
@Validated
@ConfigurationProperties("marquee.identity.keycloak")
record KeycloakSettings(@NotNull URI url, @NotBlank String realm, @NotBlank String loginClient,
		@NotBlank String loginSecret, @NotBlank String adminClient, @NotBlank String adminSecret,
		@NotNull Duration connectTimeout, @NotNull Duration readTimeout) {

	String tokenPath() {
		return "/realms/" + this.realm + "/protocol/openid-connect/token";
	}

	String logoutPath() {
		return "/realms/" + this.realm + "/protocol/openid-connect/logout";
	}

	@Override
	public String toString() {
		return "KeycloakSettings[" + this.url + ", " + this.realm + "]";
	}

}
