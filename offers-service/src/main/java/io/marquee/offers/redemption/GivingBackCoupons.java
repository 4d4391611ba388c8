package io.marquee.offers.redemption;

import java.time.Clock;

import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

import io.marquee.offers.redemption.Redemption.State;

/**
 * Ends the claims of a redemption, and only then says that its number is free.
 */
@Component
class GivingBackCoupons {

	private final Redemptions redemptions;

	private final CouponNumbers numbers;

	private final CountingUses uses;

	private final Clock clock;

	GivingBackCoupons(Redemptions redemptions, CouponNumbers numbers, CountingUses uses, Clock clock) {
		this.redemptions = redemptions;
		this.numbers = numbers;
		this.uses = uses;
		this.clock = clock;
	}

	void release(Query which, State to) {
		Redemption before = this.redemptions.release(which, to, this.clock.instant());
		if (before == null) {
			return;
		}
		if (before.number() != null) {
			this.numbers.giveBack(before.offerId(), before.number());
		}
		if (before.state() == State.REDEEMED) {
			this.uses.changed(before.offerId());
		}
	}

}
