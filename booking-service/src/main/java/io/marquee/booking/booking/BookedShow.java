package io.marquee.booking.booking;

import java.time.Instant;

import io.marquee.booking.catalog.Show;

/** The show as it was when the booking was made. */
public record BookedShow(String id, String movieId, String movieTitle, String venueId, String venueName, String city,
		String timeZone, String screenName, Instant startsAt) {

	static BookedShow of(Show show) {
		return new BookedShow(show.id(), show.movieId(), show.movieTitle(), show.venueId(), show.venueName(),
				show.city(), show.timeZone(), show.screenName(), show.startsAt());
	}

}
