package io.marquee.identity.partner;

import java.time.Instant;
import java.util.List;

import io.marquee.platform.events.OutboxEntry;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A partner and what its client may do. The secret is not kept.
 *
 * @param id also Keycloak's own id of the client
 * @param clientId what the partner calls itself when it fetches a token
 * @param name for people
 * @param uniqueName the name in lower case; gone once the partner is
 * @param scopes the scopes its tokens may have, in alphabetical order
 * @param requestsPerMinute how many requests a minute the gateway lets through, 1 to 6000
 * @param state how far its client is
 * @param change names the latest decision
 * @param dueAt when to bring the client about should that not be done by then; null if
 * nothing is to be done
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 * @param outbox events on their way to Kafka
 */
@Document(Partner.COLLECTION)
public record Partner(@Id String id, String clientId, String name, @Nullable String uniqueName, List<String> scopes,
		int requestsPerMinute, State state, String change, @Nullable Instant dueAt, Instant createdAt,
		Instant updatedAt, List<OutboxEntry> outbox) {

	static final String COLLECTION = "partners";

	/** How far a partner's client is. */
	public enum State {

		/** It is being made; nobody has its secret yet. */
		CREATING,

		/** It is as it should be, or about to be. */
		ACTIVE,

		/** It is no more, or about to be. */
		REVOKED

	}

}
