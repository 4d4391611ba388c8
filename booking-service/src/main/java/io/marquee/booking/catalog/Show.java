package io.marquee.booking.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * This service's view of a show.
 *
 * @param refunds for cancellations, or null for the usual ones
 * @param seats by name, in the order of the layout
 */
public record Show(String id, String movieId, String movieTitle, String venueId, String venueName, String city,
		String timeZone, String screenName, Instant startsAt, @Nullable Instant endsAt, Instant salesCloseAt,
		Status status, @Nullable List<RefundRule> refunds, Map<String, Seat> seats) {

	/** What became of it. */
	public enum Status {

		/** It is to take place, or takes place. */
		SCHEDULED,
		/** It will not take place. */
		CANCELLED,
		/** It is over. */
		COMPLETED

	}

	/**
	 * What the venue gives back to whoever cancels so many hours before the start.
	 */
	public record RefundRule(int hoursBefore, int refundPercent) {
	}

	/** A seat of the layout with its price. */
	public record Seat(String seat, String row, int number, String category, Money price) {
	}

	/**
	 * Whether seats can be sold.
	 * @param now the time
	 * @return whether it is scheduled and its sale has not closed
	 */
	public boolean isOnSale(Instant now) {
		return this.status == Status.SCHEDULED && now.isBefore(this.salesCloseAt);
	}

	Show cancelled() {
		return new Show(this.id, this.movieId, this.movieTitle, this.venueId, this.venueName, this.city, this.timeZone,
				this.screenName, this.startsAt, this.endsAt, this.salesCloseAt, Status.CANCELLED, this.refunds,
				this.seats);
	}

}
