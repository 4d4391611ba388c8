package io.marquee.offers.offer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a coupon takes off an amount.
 *
 * @param type how {@code value} is meant
 * @param value per cent of the amount, or an amount of {@code currency}
 * @param currency the only currency this discount can be given in
 * @param minimumOrder the smallest amount it is given on
 * @param maximumDiscount the most it ever takes off
 */
public record Discount(Type type, BigDecimal value, String currency, @Nullable Money minimumOrder,
		@Nullable Money maximumDiscount) {

	/**
	 * The discount on an amount in this discount's currency: never negative, never more
	 * than the amount, never more than the cap, in whole units of the smallest coin.
	 * @param amount what the customer would pay without it
	 * @return what is taken off
	 */
	public Money on(Money amount) {
		if (!appliesTo(amount.currency())) {
			throw new IllegalArgumentException("A discount in " + this.currency + " on " + amount.currency());
		}
		int digits = Currency.getInstance(this.currency).getDefaultFractionDigits();
		BigDecimal off = (this.type == Type.PERCENTAGE) ? amount.amount().multiply(this.value).movePointLeft(2)
				: this.value;
		// Rounded before it meets what it must not pass, so that half a coin cannot lift
		// it above.
		off = off.setScale(digits, RoundingMode.HALF_UP).min(amount.amount());
		if (this.maximumDiscount != null) {
			off = off.min(this.maximumDiscount.amount());
		}
		return new Money(off.setScale(digits, RoundingMode.DOWN).max(BigDecimal.ZERO), this.currency);
	}

	boolean appliesTo(String otherCurrency) {
		return this.currency.equals(otherCurrency);
	}

	/**
	 * How a discount's value is meant.
	 */
	public enum Type {

		/** Per cent of the amount. */
		PERCENTAGE,

		/** A fixed amount. */
		FLAT

	}

}
