package io.marquee.booking.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * This service's view of a show.
 *
 * @param salesOpenAt from when on seats are sold; null if from the beginning
 * @param suspended whether the sale rests, for as long as its movie or venue is switched
 * off
 * @param refunds for cancellations, or null for the usual ones
 * @param seats by name, in the order of the layout
 */
public record Show(String id, String movieId, String movieTitle, String venueId, String venueName, String city,
		String timeZone, String screenName, Instant startsAt, @Nullable Instant endsAt, @Nullable Instant salesOpenAt,
		Instant salesCloseAt, boolean suspended, Status status, @Nullable List<RefundRule> refunds,
		Map<String, Seat> seats) {

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
	 * Whether no more seats will be sold, whatever comes.
	 * @param now the time
	 * @return whether it is not scheduled any more, or its sale has closed
	 */
	public boolean isSaleOver(Instant now) {
		return this.status != Status.SCHEDULED || !now.isBefore(this.salesCloseAt);
	}

	Show cancelled() {
		return with(Status.CANCELLED, this.suspended);
	}

	Show suspended(boolean rests) {
		return with(this.status, rests);
	}

	private Show with(Status changed, boolean rests) {
		return new Show(this.id, this.movieId, this.movieTitle, this.venueId, this.venueName, this.city, this.timeZone,
				this.screenName, this.startsAt, this.endsAt, this.salesOpenAt, this.salesCloseAt, rests, changed,
				this.refunds, this.seats);
	}

}
