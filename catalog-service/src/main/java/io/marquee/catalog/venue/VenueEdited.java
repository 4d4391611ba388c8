package io.marquee.catalog.venue;

/**
 * Tells the rest of this process that a venue has new details.
 *
 * @param venue the venue after the change
 */
public record VenueEdited(Venue venue) {
}
