package io.marquee.booking.payment.stripe;

import io.marquee.platform.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MinorUnitsTests {

	@ParameterizedTest
	@CsvSource({ "500.00,INR,50000", "0.01,USD,1", "500,JPY,500", "1.234,KWD,1234", "500,ISK,50000", "500,UGX,50000",
			"500.00,MGA,500" })
	void countsAsStripeDoes(String amount, String currency, long units) {
		Money money = Money.of(amount, currency);
		assertThat(MinorUnits.of(money)).isEqualTo(units);
		assertThat(MinorUnits.money(units, currency.toLowerCase())).isEqualTo(money);
	}

	@Test
	void refusesAFractionStripeDoesNotKnow() {
		assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> MinorUnits.of(Money.of("0.20", "MGA")));
	}

}
