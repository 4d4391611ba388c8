package io.marquee.booking.booking;

import java.util.List;

import io.marquee.booking.offers.Quote;
import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;

/** What a booking costs, fixed from the hold on. */
public record Price(Money subtotal, Money discount, Money total, @Nullable String couponCode,
		@Nullable String offerId) {

	static Money sum(List<BookedSeat> seats) {
		return seats.stream().map(BookedSeat::price).reduce(Money::plus).orElseThrow();
	}

	static Price without(Money subtotal) {
		return new Price(subtotal, Money.zero(subtotal.currency()), subtotal, null, null);
	}

	/** The discount is the offer's to say, the total is ours to reckon. */
	static Price with(Money subtotal, Quote quote) {
		Money none = Money.zero(subtotal.currency());
		Money discount = (quote.discount().compareTo(subtotal) > 0) ? subtotal : quote.discount();
		if (discount.isNegative()) {
			discount = none;
		}
		return new Price(subtotal, discount, subtotal.minus(discount), quote.couponCode(), quote.offerId());
	}

	boolean isFree() {
		return this.total.compareTo(Money.zero(this.total.currency())) == 0;
	}

}
