package io.marquee.offers.offer;

import io.marquee.platform.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

import static io.marquee.offers.offer.OfferFixture.flat;
import static io.marquee.offers.offer.OfferFixture.percentage;
import static io.marquee.offers.offer.OfferFixture.percentageUpTo;
import static io.marquee.offers.offer.OfferFixture.rupees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DiscountTests {

	@ParameterizedTest
	@CsvSource({ "50, 500.00, 250.00", "12.5, 99.99, 12.50", "50, 0.01, 0.01", "33.33, 0.01, 0.00", "100, 7.77, 7.77",
			"15, 0.00, 0.00" })
	void takesItsShareOfTheAmount(String percent, String amount, String expected) {
		assertThat(percentage(percent).on(rupees(amount))).isEqualTo(rupees(expected));
	}

	@Test
	void stopsAtItsCap() {
		assertThat(percentageUpTo("50", "150.00").on(rupees("900.00"))).isEqualTo(rupees("150.00"));
		assertThat(percentageUpTo("50", "150.00").on(rupees("200.00"))).isEqualTo(rupees("100.00"));
	}

	@Test
	void takesNoMoreThanThereIs() {
		assertThat(flat("100").on(rupees("60.00"))).isEqualTo(rupees("60.00"));
	}

	@Test
	void isGivenInItsOwnCurrencyOnly() {
		assertThatIllegalArgumentException().isThrownBy(() -> flat("100").on(Money.of("500", "EUR")));
	}

}
