package io.marquee.booking.booking;

import java.time.Duration;
import java.time.Instant;

import io.marquee.platform.money.Money;

/**
 * Money on its way back. A booking has one refund under way at most; what arrived is in
 * its ledger.
 *
 * @param checks how often the provider was asked for it in vain
 */
public record Refund(Money amount, Instant requestedAt, int checks) {

	static Refund of(Money amount, Instant now) {
		return new Refund(amount, now, 0);
	}

	Refund delayed() {
		return new Refund(this.amount, this.requestedAt, this.checks + 1);
	}

	Duration patience() {
		return Patience.after(this.checks);
	}

}
