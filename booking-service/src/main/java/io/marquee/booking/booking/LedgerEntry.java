package io.marquee.booking.booking;

import java.time.Instant;

import io.marquee.platform.money.Money;

/** Money that moved, and the provider's name for it. */
public record LedgerEntry(Kind kind, Money amount, String providerId, Instant at) {

	/** Which way it moved. */
	public enum Kind {

		/** From the customer to us. */
		CHARGE,
		/** From us to the customer. */
		REFUND

	}

}
