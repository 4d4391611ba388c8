package io.marquee.catalog.show;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.marquee.catalog.venue.SeatCategory;
import io.marquee.platform.money.Money;

/**
 * What somebody wants to show.
 *
 * @param movieId the movie
 * @param venueId the venue
 * @param screenId the screen
 * @param startsAt when
 * @param language in which language; the movie's first if null
 * @param format in which format
 * @param prices the price of a seat of each category
 * @param salesOpenAt from when seats are sold; at once if null
 * @param salesCloseAt until when; as the venue's terms say if null
 * @param externalId what it is called where it comes from
 */
public record Wish(String movieId, String venueId, String screenId, VenueTime startsAt, @Nullable String language,
		String format, Map<SeatCategory, Money> prices, @Nullable VenueTime salesOpenAt,
		@Nullable VenueTime salesCloseAt, @Nullable String externalId) {

}
