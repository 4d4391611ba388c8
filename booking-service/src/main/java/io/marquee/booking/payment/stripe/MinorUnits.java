package io.marquee.booking.payment.stripe;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

import io.marquee.platform.money.Money;

/** Amounts as Stripe counts them: whole numbers of a currency's smallest unit. */
final class MinorUnits {

	/** Where Stripe counts otherwise than ISO 4217. */
	private static final Map<String, Integer> OWN_DIGITS = Map.of("ISK", 2, "UGX", 2, "MGA", 0);

	private MinorUnits() {
	}

	/**
	 * Counts an amount.
	 * @throws ArithmeticException if it has a fraction that Stripe cannot take
	 */
	static long of(Money money) {
		return money.amount().movePointRight(digits(money.currency())).longValueExact();
	}

	static Money money(long units, String currency) {
		String code = currency.toUpperCase(Locale.ROOT);
		return new Money(BigDecimal.valueOf(units, digits(code)), code);
	}

	private static int digits(String currency) {
		Integer own = OWN_DIGITS.get(currency);
		return (own != null) ? own : Currency.getInstance(currency).getDefaultFractionDigits();
	}

}
