package io.marquee.identity.session;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Whose a session is, and what it began on.
 *
 * @param id the session ({@code sid} of its tokens)
 * @param userId whose
 * @param device what the client called itself, shortened
 * @param address the network address it came from
 * @param at when
 * @param until when Keycloak has ended it at the latest
 */
@Document(SignIns.COLLECTION)
record SignIn(@Id String id, String userId, @Nullable String device, String address, Instant at, Instant until) {

	@Override
	public String toString() {
		return "SignIn[" + this.id + "]";
	}

}
