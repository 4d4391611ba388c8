package io.marquee.identity.session;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A session, as its owner sees it.
 *
 * @param id what to end it by
 * @param current whether it is the one of this request
 * @param device what the client called itself when it signed in ({@code User-Agent})
 * @param address the network address it signed in from
 * @param startedAt when
 * @param lastSeenAt when it last fetched a token
 */
public record SessionView(String id, boolean current, @Nullable String device, String address, Instant startedAt,
		Instant lastSeenAt) {

	@Override
	public String toString() {
		return "SessionView[" + this.id + "]";
	}

}
