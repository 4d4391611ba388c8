package io.marquee.identity.keycloak;

import java.util.List;

/**
 * A partner's client about to be made.
 *
 * @param id Keycloak's own id of it
 * @param clientId what the partner calls itself
 * @param name for people
 * @param scopes the scopes its tokens may have
 * @param requestsPerMinute the claim {@code rate_limit} of its tokens
 * @param secret 256 random bits, on their way to Keycloak and the partner, and nowhere
 * else
 */
public record NewClient(String id, String clientId, String name, List<String> scopes, int requestsPerMinute,
		String secret) {

	@Override
	public String toString() {
		return "NewClient[" + this.clientId + "]";
	}

}
