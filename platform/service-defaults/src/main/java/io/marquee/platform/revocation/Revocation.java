package io.marquee.platform.revocation;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What this process reads of the event {@value #TYPE}: tokens that are good no more.
 *
 * @param session the session ({@code sid}), all of whose tokens are refused
 * @param user the user ({@code sub}); of a session, whose it is
 * @param client the client ({@code azp})
 * @param issuedBefore tokens of the user or client are refused whose {@code iat} is in a
 * second before this one
 * @param blocked whether every token of the user or client is refused
 * @param roles the user's roles now; tokens that claim another one are refused
 * @param revokedAt when; an event that comes a second time may come after later ones
 */
public record Revocation(@Nullable String session, @Nullable String user, @Nullable String client,
		@Nullable Instant issuedBefore, boolean blocked, @Nullable List<String> roles, @Nullable Instant revokedAt) {

	static final String TYPE = "marquee.tokens.revoked";

	static final String TOPIC = "marquee.revocations.v1";

}
