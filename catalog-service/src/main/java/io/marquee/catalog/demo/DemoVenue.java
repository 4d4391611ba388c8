package io.marquee.catalog.demo;

import java.util.List;

import io.marquee.catalog.venue.Coordinates;
import io.marquee.catalog.venue.Screen;
import io.marquee.catalog.venue.VenueDetails;

/**
 * An entry of {@code demo/venues.json}.
 */
record DemoVenue(String id, String name, String address, String city, Coordinates coordinates, String timeZone,
		List<String> amenities, List<Screen> screens) {

	VenueDetails details() {
		return new VenueDetails(this.name, this.address, this.city, this.coordinates, this.timeZone, this.amenities,
				this.screens, null, null);
	}

}
