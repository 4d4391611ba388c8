package io.marquee.catalog.venue;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.marquee.catalog.store.State;

/**
 * Event {@code marquee.venue.changed}: the venue as it is now.
 *
 * @param venueId the venue
 * @param version counts its changes
 * @param externalId what it is called where it was imported from
 * @param name the name
 * @param address street and district
 * @param city the city
 * @param coordinates where it is
 * @param timeZone the zone of its local times
 * @param amenities what it offers besides
 * @param screens its screens
 * @param cancellationPolicy what a cancellation gives back
 * @param bookingCutOffMinutes how long before the start the sale ends
 * @param active whether the public sees it
 * @param deleted whether it is gone
 * @param createdAt when it was added
 * @param occurredAt when it changed
 */
public record VenueChanged(String venueId, long version, @Nullable String externalId, String name, String address,
		String city, @Nullable Coordinates coordinates, String timeZone, List<String> amenities, List<Room> screens,
		List<RefundRule> cancellationPolicy, int bookingCutOffMinutes, boolean active, boolean deleted,
		Instant createdAt, Instant occurredAt) {

	/** The event's type. */
	public static final String TYPE = "marquee.venue.changed";

	/**
	 * The event for a venue.
	 * @param venue the venue after the change
	 * @return the event
	 */
	public static VenueChanged of(Venue venue) {
		VenueDetails details = venue.details();
		List<Room> rooms = details.screens()
			.stream()
			.map((screen) -> new Room(screen.id(), screen.name(), screen.seatLayout().seats().size(), screen.layout()))
			.toList();
		return new VenueChanged(venue.id(), venue.version(), details.externalId(), details.name(), details.address(),
				details.city(), details.coordinates(), details.timeZone(), details.amenities(), rooms,
				details.terms().cancellationPolicy(), details.terms().bookingCutOffMinutes(), venue.active(),
				venue.state() == State.DELETED, venue.createdAt(), venue.updatedAt());
	}

	/**
	 * A screen of the venue.
	 *
	 * @param screenId the screen
	 * @param name its name
	 * @param seats how many seats it has
	 * @param layout the seat layout as text, one line a row
	 */
	public record Room(String screenId, String name, int seats, List<String> layout) {

	}

}
