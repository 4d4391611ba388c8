package io.marquee.admin.totals;

import org.jspecify.annotations.Nullable;

/**
 * What other services count; null where one of them does not answer.
 *
 * @param movies films in the catalogue
 * @param venues cinemas
 * @param shows shows
 * @param activeShows shows still to come
 * @param users customers
 * @param blockedUsers customers who are blocked
 */
public record Totals(@Nullable Long movies, @Nullable Long venues, @Nullable Long shows, @Nullable Long activeShows,
		@Nullable Long users, @Nullable Long blockedUsers) {
}
