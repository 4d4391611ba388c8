package io.marquee.identity.administration;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Which people an admin looks for; what is null does not matter.
 *
 * @param text beginnings of words of the name, the address or the username, all of which
 * must be found
 * @param blocked whether they are blocked
 * @param role a role they have
 * @param from registered then or later
 * @param to registered before
 */
public record UserSearch(@Nullable String text, @Nullable Boolean blocked, @Nullable String role,
		@Nullable Instant from, @Nullable Instant to) {

	@Override
	public String toString() {
		return "UserSearch[…]";
	}

}
