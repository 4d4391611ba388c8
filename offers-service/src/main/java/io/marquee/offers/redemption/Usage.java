package io.marquee.offers.redemption;

import org.jspecify.annotations.Nullable;

import io.marquee.platform.money.Money;

/**
 * How an offer is used.
 *
 * @param offerId the offer
 * @param couponCode its coupon
 * @param totalLimit how often it can be used in all
 * @param perUserLimit how often one customer can use it
 * @param reserved how many holds have it
 * @param redeemed how many confirmed bookings have it
 * @param givenBack how many bookings had it
 * @param left how often it can still be used, if there is a limit
 * @param beyondLimit how many of those redeemed came when all were taken: late money for
 * a hold whose coupon had gone to others
 * @param discountGiven what the confirmed bookings were spared
 */
public record Usage(String offerId, String couponCode, @Nullable Integer totalLimit, @Nullable Integer perUserLimit,
		long reserved, long redeemed, long givenBack, @Nullable Long left, long beyondLimit, Money discountGiven) {
}
