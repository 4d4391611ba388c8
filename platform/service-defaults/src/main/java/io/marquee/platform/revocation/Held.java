package io.marquee.platform.revocation;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.jwt.Jwt;

import io.marquee.platform.security.KeycloakRoles;

/**
 * All that was said lately of one session, user or client, put together.
 *
 * @param all whether every token is refused
 * @param issuedBefore tokens of an earlier second are refused, in seconds since 1970
 * @param roles the roles a token may claim, or null for any
 * @param until when no token can be so old any more, in milliseconds since 1970
 * @param saidAt when the latest of it was said
 */
record Held(boolean all, long issuedBefore, @Nullable Set<String> roles, long until, Instant saidAt) {

	/** Roles that a token also claims by Keycloak's own defaults say nothing here. */
	private static final Set<String> JUDGED = Set.of("user", "staff", "admin");

	static Held of(@Nullable Held before, Revocation news, long until) {
		long issuedBefore = (news.issuedBefore() != null) ? news.issuedBefore().getEpochSecond() : Long.MIN_VALUE;
		boolean all = news.session() != null || news.blocked();
		Set<String> roles = (news.roles() != null) ? Set.copyOf(news.roles()) : null;
		Instant saidAt = (news.revokedAt() != null) ? news.revokedAt() : Instant.MAX;
		if (before == null) {
			return new Held(all, issuedBefore, roles, until, saidAt);
		}
		long latest = Math.max(before.issuedBefore, issuedBefore);
		if (saidAt.isBefore(before.saidAt)) {
			// Sent once more by an outbox: what was said since then counts.
			boolean shut = before.all || (all && before.issuedBefore == Long.MIN_VALUE);
			return new Held(shut, latest, (before.roles != null) ? before.roles : roles, Math.max(before.until, until),
					before.saidAt);
		}
		// Whoever is shut out is let in by news of a time, not by news of roles.
		boolean stays = before.all && (news.session() != null || news.issuedBefore() == null);
		return new Held(all || stays, latest, (roles != null) ? roles : before.roles, Math.max(before.until, until),
				saidAt);
	}

	boolean refuses(Jwt token) {
		if (this.all) {
			return true;
		}
		if (this.issuedBefore != Long.MIN_VALUE
				&& (token.getIssuedAt() == null || token.getIssuedAt().getEpochSecond() < this.issuedBefore)) {
			return true;
		}
		return this.roles != null && KeycloakRoles.roles(token)
			.stream()
			.anyMatch((role) -> JUDGED.contains(role) && !this.roles.contains(role));
	}

}
