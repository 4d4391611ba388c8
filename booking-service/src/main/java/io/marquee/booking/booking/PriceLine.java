package io.marquee.booking.booking;

import io.marquee.platform.money.Money;

/** A fee or a tax on a booking. */
public record PriceLine(String name, Money amount) {
}
