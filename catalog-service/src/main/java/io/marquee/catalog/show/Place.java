package io.marquee.catalog.show;

import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.marquee.catalog.venue.Screen;
import io.marquee.catalog.venue.Venue;

/**
 * What a show keeps of its venue and screen.
 *
 * @param venueId the venue
 * @param venueName its name
 * @param city its city
 * @param cityKey its city as it is compared
 * @param timeZone its time zone
 * @param screenId the screen
 * @param screenName the screen's name
 * @param bookingCutOffMinutes how long before the start its sales end; null, which means
 * 0, in what was stored before this was kept
 */
public record Place(String venueId, String venueName, String city, String cityKey, String timeZone, String screenId,
		String screenName, @Nullable Integer bookingCutOffMinutes) {

	/**
	 * What is kept of a venue and screen.
	 * @param venue the venue
	 * @param screen one of its screens
	 * @return the excerpt
	 */
	public static Place of(Venue venue, Screen screen) {
		return new Place(venue.id(), venue.details().name(), venue.details().city(), venue.cityKey(),
				venue.details().timeZone(), screen.id(), screen.name(), venue.details().terms().bookingCutOffMinutes());
	}

	/**
	 * What is kept of the venue now, even if the screen is no longer there.
	 * @param venue the venue
	 * @return the excerpt
	 */
	Place current(Venue venue) {
		return of(venue, venue.screen(this.screenId).orElse(new Screen(this.screenId, this.screenName, List.of())));
	}

	/**
	 * The zone its local times are in.
	 * @return the zone
	 */
	public ZoneId zone() {
		return ZoneId.of(this.timeZone);
	}

}
