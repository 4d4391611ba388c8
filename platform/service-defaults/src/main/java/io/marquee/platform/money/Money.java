package io.marquee.platform.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * An amount of money: exact decimal, in the currency's own number of fraction digits.
 *
 * @param amount the amount, scaled to the currency's fraction digits (two for INR); a
 * finer amount is rounded half up
 * @param currency the ISO 4217 code, three upper-case letters
 */
public record Money(@JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
		String currency) implements Comparable<Money> {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	/**
	 * Scales the amount to its currency.
	 * @throws IllegalArgumentException if the currency is not an ISO 4217 code
	 */
	public Money {
		amount = amount.setScale(fractionDigits(currency), RoundingMode.HALF_UP);
	}

	/**
	 * Reads an amount such as {@code 500.00}.
	 * @param amount a decimal number
	 * @param currency an ISO 4217 code
	 * @return the money
	 * @throws NumberFormatException if the amount is not a decimal number
	 */
	public static Money of(String amount, String currency) {
		return new Money(new BigDecimal(amount), currency);
	}

	/**
	 * Nothing, in a currency.
	 * @param currency an ISO 4217 code
	 * @return zero
	 */
	public static Money zero(String currency) {
		return new Money(BigDecimal.ZERO, currency);
	}

	/**
	 * Adds.
	 * @param other money of the same currency
	 * @return the sum
	 * @throws IllegalArgumentException if the currencies differ
	 */
	public Money plus(Money other) {
		return new Money(this.amount.add(sameCurrency(other).amount), this.currency);
	}

	/**
	 * Subtracts; the result may be negative.
	 * @param other money of the same currency
	 * @return the difference
	 * @throws IllegalArgumentException if the currencies differ
	 */
	public Money minus(Money other) {
		return new Money(this.amount.subtract(sameCurrency(other).amount), this.currency);
	}

	/**
	 * Multiplies by a count.
	 * @param count how many
	 * @return the product
	 */
	public Money times(int count) {
		return new Money(this.amount.multiply(BigDecimal.valueOf(count)), this.currency);
	}

	/**
	 * A share of this amount, rounded half up.
	 * @param percent the share in percent, such as 12.5
	 * @return that share
	 */
	public Money percent(BigDecimal percent) {
		return new Money(this.amount.multiply(percent).divide(HUNDRED), this.currency);
	}

	/**
	 * The smaller of two.
	 * @param other money of the same currency
	 * @return the smaller
	 */
	public Money min(Money other) {
		return (compareTo(other) <= 0) ? this : other;
	}

	/**
	 * Whether the amount is below zero.
	 * @return whether it is
	 */
	@JsonIgnore
	public boolean isNegative() {
		return this.amount.signum() < 0;
	}

	@Override
	public int compareTo(Money other) {
		return this.amount.compareTo(sameCurrency(other).amount);
	}

	@Override
	public String toString() {
		return this.amount.toPlainString() + " " + this.currency;
	}

	private Money sameCurrency(Money other) {
		if (!this.currency.equals(other.currency)) {
			throw new IllegalArgumentException("Cannot combine " + this.currency + " with " + other.currency);
		}
		return other;
	}

	private static int fractionDigits(String currency) {
		try {
			return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("'" + currency + "' is not an ISO 4217 currency", ex);
		}
	}

}
