package io.marquee.catalog.venue;

import java.util.Set;

/**
 * What venues have to know of shows; answered by the shows.
 */
public interface ScreenUse {

	/**
	 * The screens of a venue that have shows to come.
	 * @param venueId the venue
	 * @return the ids of the screens
	 */
	Set<String> screensWithFutureShows(String venueId);

}
