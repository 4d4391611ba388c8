package io.marquee.booking.booking;

import io.marquee.platform.money.Money;

/** A seat at the price it had when it was held. */
public record BookedSeat(String seat, String category, Money price) {
}
