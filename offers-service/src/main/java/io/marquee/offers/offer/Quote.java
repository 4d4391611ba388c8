package io.marquee.offers.offer;

import io.marquee.platform.money.Money;

/**
 * What a coupon gives on one purchase.
 *
 * @param offerId the coupon's offer
 * @param couponCode the coupon
 * @param discount what is taken off
 * @param payable what is left to pay
 */
public record Quote(String offerId, String couponCode, Money discount, Money payable) {
}
