package io.marquee.catalog.venue;

import org.jspecify.annotations.Nullable;

/**
 * A venue and how far it is from where one looked.
 *
 * @param venue the venue
 * @param kilometres the distance, if a place was named
 */
public record FoundVenue(Venue venue, @Nullable Double kilometres) {

	private static final double METRES = 1000;

	static FoundVenue of(Venue venue, @Nullable Coordinates near) {
		Coordinates place = venue.details().coordinates();
		return new FoundVenue(venue, (near != null && place != null)
				? Double.valueOf(Math.round(near.kilometresTo(place) * METRES) / METRES) : null);
	}

}
