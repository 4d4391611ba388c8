package io.marquee.catalog.movie;

import java.util.Set;

/**
 * Tells this process that movies may be shown elsewhere or otherwise now, or no more.
 *
 * @param movieIds the movies
 */
public record ShowingsChanged(Set<String> movieIds) {
}
