package io.marquee.booking.audit;

import io.marquee.booking.booking.BookingAccount;
import io.marquee.platform.money.Money;

/** What the money of one booking is there for; the shares are always all of it. */
record Shares(Money confirmed, Money kept, Money goingBack, Money underReview, Money difference) {

	static Shares of(BookingAccount account) {
		Money balance = account.charged().minus(account.refunded());
		Money none = Money.zero(balance.currency());
		return switch (account.status()) {
			case CONFIRMED -> new Shares(account.price(), none, none, none, balance.minus(account.price()));
			case REVIEW -> balance.isNegative() ? new Shares(none, none, none, none, balance)
					: new Shares(none, none, none, balance, none);
			default -> ended(account, balance.minus(account.goingBack()), none);
		};
	}

	private static Shares ended(BookingAccount account, Money rest, Money none) {
		Money kept = rest.isNegative() ? none : rest.min(account.mostKept());
		return new Shares(none, kept, account.goingBack(), none, rest.minus(kept));
	}

	boolean addUp() {
		return this.difference.amount().signum() == 0;
	}

	/** What should be there. */
	Money due() {
		return this.confirmed.plus(this.kept).plus(this.goingBack).plus(this.underReview);
	}

}
