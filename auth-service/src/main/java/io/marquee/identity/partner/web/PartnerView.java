package io.marquee.identity.partner.web;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.marquee.identity.partner.ManagingPartners;
import io.marquee.identity.partner.Partner;
import org.jspecify.annotations.Nullable;

/**
 * A partner as admins see it.
 *
 * @param clientSecret there only once, when it was made
 */
record PartnerView(String id, String clientId, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String clientSecret,
		String name, List<String> scopes, int requestsPerMinute, Instant createdAt, Instant updatedAt) {

	static PartnerView of(Partner partner) {
		return of(partner, null);
	}

	static PartnerView of(ManagingPartners.WithSecret made) {
		return of(made.partner(), made.secret().value());
	}

	private static PartnerView of(Partner partner, @Nullable String secret) {
		return new PartnerView(partner.id(), partner.clientId(), secret, partner.name(), partner.scopes(),
				partner.requestsPerMinute(), partner.createdAt(), partner.updatedAt());
	}

	@Override
	public String toString() {
		return "PartnerView[" + this.clientId + "]";
	}

}
