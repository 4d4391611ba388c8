package io.marquee.booking.audit;

import io.marquee.platform.money.Money;

/**
 * The sums of one currency. What was charged, less what was refunded, is what was
 * confirmed, kept, is going back or under review; the rest is the difference.
 *
 * @param kept what cancellation policies leave with us
 * @param difference what does not add up within our own books
 * @param underWay money at the provider that is too young to be in our books
 */
public record Totals(String currency, Money charged, Money refunded, Money confirmed, Money kept, Money goingBack,
		Money underReview, Money difference, Money chargedByProvider, Money refundedByProvider, Money underWay) {

	static Totals none(String currency) {
		Money none = Money.zero(currency);
		return new Totals(currency, none, none, none, none, none, none, none, none, none, none);
	}

	Totals ledger(Money charged, Money refunded, Shares shares) {
		return new Totals(this.currency, this.charged.plus(charged), this.refunded.plus(refunded),
				this.confirmed.plus(shares.confirmed()), this.kept.plus(shares.kept()),
				this.goingBack.plus(shares.goingBack()), this.underReview.plus(shares.underReview()),
				this.difference.plus(shares.difference()), this.chargedByProvider, this.refundedByProvider,
				this.underWay);
	}

	Totals provider(Money charged, Money refunded) {
		return new Totals(this.currency, this.charged, this.refunded, this.confirmed, this.kept, this.goingBack,
				this.underReview, this.difference, this.chargedByProvider.plus(charged),
				this.refundedByProvider.plus(refunded), this.underWay);
	}

	Totals underWay(Money charged) {
		return new Totals(this.currency, this.charged, this.refunded, this.confirmed, this.kept, this.goingBack,
				this.underReview, this.difference, this.chargedByProvider, this.refundedByProvider,
				this.underWay.plus(charged));
	}

}
