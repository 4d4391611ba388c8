package io.marquee.booking.booking;

import java.util.List;

import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a booking costs, fixed from the hold on.
 *
 * @param total the subtotal less the discount, with fees and taxes
 */
public record Price(Money subtotal, Money discount, List<PriceLine> fees, List<PriceLine> taxes, Money total,
		@Nullable String couponCode, @Nullable String offerId) {

	boolean isFree() {
		return this.total.compareTo(Money.zero(this.total.currency())) == 0;
	}

}
