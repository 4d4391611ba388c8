package io.marquee.identity.partner;

import java.util.List;

/**
 * What an admin says of a partner.
 *
 * @param name for people
 * @param scopes the scopes its tokens may have, in alphabetical order
 * @param requestsPerMinute how many requests a minute the gateway lets through, 1 to 6000
 */
public record PartnerDetails(String name, List<String> scopes, int requestsPerMinute) {

	public PartnerDetails {
		name = name.strip().replaceAll("\\s+", " ");
		scopes = scopes.stream().distinct().sorted().toList();
	}

}
