package io.marquee.catalog.venue;

/**
 * Tells the rest of this process that a venue has new details, or was hidden or shown.
 *
 * @param venue the venue after the change
 */
public record VenueEdited(Venue venue) {
}
