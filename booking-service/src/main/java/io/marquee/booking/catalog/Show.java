package io.marquee.booking.catalog;

import java.time.Instant;
import java.util.Map;

import io.marquee.platform.money.Money;

/**
 * This service's view of a show.
 *
 * @param seats by name, in the order of the layout
 */
public record Show(String id, String movieId, String movieTitle, String venueId, String venueName, String city,
		String timeZone, String screenName, Instant startsAt, boolean scheduled, Map<String, Seat> seats) {

	/** A seat of the layout with its price. */
	public record Seat(String seat, String row, int number, String category, Money price) {
	}

	/**
	 * Whether seats can be sold.
	 * @param now the time
	 * @return whether it is scheduled and has not begun
	 */
	public boolean isOnSale(Instant now) {
		return this.scheduled && now.isBefore(this.startsAt);
	}

	Show cancelled() {
		return new Show(this.id, this.movieId, this.movieTitle, this.venueId, this.venueName, this.city, this.timeZone,
				this.screenName, this.startsAt, false, this.seats);
	}

}
