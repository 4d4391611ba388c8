package io.marquee.offers.redemption;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

import io.marquee.offers.offer.Offer;
import io.marquee.offers.offer.Quote;
import io.marquee.platform.money.Money;

/**
 * A coupon in a booking. While it counts it holds claims, each of which the store lets
 * only one redemption hold; claims and state change in one write.
 *
 * @param bookingId the booking; it has one coupon at most
 * @param offerId the coupon's offer
 * @param couponCode the coupon
 * @param userId who books
 * @param amount what the seats cost
 * @param discount what the coupon takes off
 * @param state where it stands
 * @param known whether the booking is known to exist
 * @param number which of the coupon's uses it is, while it counts
 * @param ownNumber which of the customer's uses it is, while it counts and if there is a
 * limit
 * @param claims what it holds, while it counts
 * @param due when to look for the booking, unless it is known
 * @param createdAt when it was first reserved
 * @param updatedAt when it last changed
 */
@Document(Redemption.COLLECTION)
public record Redemption(@Id String bookingId, String offerId, String couponCode, String userId, Money amount,
		Money discount, State state, boolean known, @Nullable Integer number, @Nullable Integer ownNumber,
		@Nullable List<String> claims, @Nullable Instant due, Instant createdAt, Instant updatedAt) {

	static final String COLLECTION = "redemptions";

	/**
	 * What the booking was promised.
	 * @return the quote
	 */
	public Quote quote() {
		return new Quote(this.offerId, this.couponCode, this.discount, this.amount.minus(this.discount));
	}

	Redemption claiming(Offer offer, int free, @Nullable Integer own) {
		List<String> wanted = new ArrayList<>();
		wanted.add(claim(this.offerId, free));
		if (own != null) {
			wanted.add(this.offerId + "#" + own + "@" + this.userId);
		}
		if (offer.reach().firstBookingOnly()) {
			wanted.add(firstBooking(this.userId));
		}
		return new Redemption(this.bookingId, this.offerId, this.couponCode, this.userId, this.amount, this.discount,
				this.state, this.known, free, own, List.copyOf(wanted), this.due, this.createdAt, this.updatedAt);
	}

	Redemption in(State next, Instant now) {
		return new Redemption(this.bookingId, this.offerId, this.couponCode, this.userId, this.amount, this.discount,
				next, true, this.number, this.ownNumber, this.claims, null, this.createdAt, now);
	}

	static String claim(String offerId, int number) {
		return offerId + "#" + number;
	}

	static String firstBooking(String userId) {
		return "first@" + userId;
	}

	/**
	 * Where a redemption stands.
	 */
	public enum State {

		/** For a hold. */
		RESERVED,

		/** For a confirmed booking. */
		REDEEMED,

		/** Given back, but money may still come for the booking. */
		RELEASED,

		/** Given back for good. */
		ENDED

	}

}
