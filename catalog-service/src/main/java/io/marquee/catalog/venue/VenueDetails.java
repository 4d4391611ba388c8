package io.marquee.catalog.venue;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a venue; all of it can be edited.
 *
 * @param name the name
 * @param address street and district
 * @param city the city
 * @param coordinates where it is
 * @param timeZone the zone its shows' local times are in, such as {@code Asia/Kolkata}
 * @param amenities what it offers besides
 * @param screens its screens
 * @param salesTerms the terms it sells on, if it names any; see {@link #terms()}
 * @param externalId what it is called elsewhere, where it was imported from; of one venue
 * only
 */
public record VenueDetails(String name, String address, String city, @Nullable Coordinates coordinates, String timeZone,
		List<String> amenities, List<Screen> screens, @Nullable SalesTerms salesTerms, @Nullable String externalId) {

	/**
	 * The terms it sells on.
	 * @return its own, or else the standard ones
	 */
	public SalesTerms terms() {
		return Objects.requireNonNullElse(this.salesTerms, SalesTerms.STANDARD);
	}
}
