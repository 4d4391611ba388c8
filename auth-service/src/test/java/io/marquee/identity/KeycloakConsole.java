package io.marquee.identity;

import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

/**
 * Keycloak's own administrator, who may do what this service may not.
 */
final class KeycloakConsole {

	static final String PASSWORD = "Outside-password-1";

	private final RestClient http = RestClient.builder()
		.requestFactory(new JdkClientHttpRequestFactory())
		.baseUrl(KeycloakServer.url())
		.build();

	private final String token = signIn();

	private String signIn() {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.setAll(Map.of("grant_type", "password", "client_id", "admin-cli", "username", "admin", "password",
				KeycloakServer.ADMIN_PASSWORD));
		return this.http.post()
			.uri("/realms/master/protocol/openid-connect/token")
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.body(form)
			.retrieve()
			.body(JsonNode.class)
			.path("access_token")
			.asString();
	}

	/** Gives somebody an account at what stands for Google. */
	void opensOutside(String username, String email, boolean verified) {
		this.http.post()
			.uri("/admin/realms/outside/users")
			.header("Authorization", "Bearer " + this.token)
			.contentType(MediaType.APPLICATION_JSON)
			.body(Map.of("username", username, "email", email, "emailVerified", verified, "enabled", true, "firstName",
					"Olga", "lastName", "Outside", "credentials",
					List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false))))
			.retrieve()
			.toBodilessEntity();
	}

	/** The users of Marquee's realm with an address. */
	JsonNode usersWith(String email) {
		return get("/admin/realms/marquee/users?exact=true&email=" + email);
	}

	/** The outside identities that log a user of Marquee's realm in. */
	JsonNode identitiesOf(String userId) {
		return get("/admin/realms/marquee/users/" + userId + "/federated-identity");
	}

	void disable(String userId) {
		this.http.put()
			.uri("/admin/realms/marquee/users/" + userId)
			.header("Authorization", "Bearer " + this.token)
			.contentType(MediaType.APPLICATION_JSON)
			.body(Map.of("enabled", false))
			.retrieve()
			.toBodilessEntity();
	}

	private JsonNode get(String path) {
		return this.http.get()
			.uri(path)
			.header("Authorization", "Bearer " + this.token)
			.retrieve()
			.body(JsonNode.class);
	}

}
