package io.marquee.booking.offers;

import io.marquee.platform.money.Money;

/** What a coupon gives for a booking. */
public record Quote(String offerId, String couponCode, Money discount) {
}
