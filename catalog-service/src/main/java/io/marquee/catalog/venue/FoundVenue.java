package io.marquee.catalog.venue;

import org.jspecify.annotations.Nullable;

/**
 * A venue and how far it is from where one looked.
 *
 * @param venue the venue
 * @param kilometres the distance, if a place was named
 */
public record FoundVenue(Venue venue, @Nullable Double kilometres) {

	static FoundVenue of(Venue venue) {
		return new FoundVenue(venue, null);
	}

}
