package io.marquee.booking.booking;

import java.math.BigDecimal;
import java.util.List;

import io.marquee.booking.offers.Quote;
import io.marquee.platform.money.Money;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PriceRulesTests {

	private static final PriceRules RULES = new PriceRules(
			List.of(new PriceRules.Fee("Convenience", new BigDecimal("20.00"), BigDecimal.ZERO),
					new PriceRules.Fee("Card", BigDecimal.ZERO, new BigDecimal("1.5"))),
			List.of(new PriceRules.Tax("GST", new BigDecimal("18"), true)));

	@Test
	void feesAreOnTheSeatsAndTaxesOnWhatTheyAreSaidToBeOn() {
		Price price = RULES.price(seats(2, 25_000), null);
		assertThat(price.fees()).containsExactly(new PriceLine("Convenience", inr("40.00")),
				new PriceLine("Card", inr("7.50")));
		assertThat(price.taxes()).containsExactly(new PriceLine("GST", inr("8.55")));
		assertThat(price.total()).isEqualTo(inr("556.05"));
	}

	@Test
	void whatCostsNothingBearsNoFees() {
		Price price = RULES.price(seats(1, 25_000), new Quote("off-1", "GIFT", inr("9999.00")));
		assertThat(price.isFree()).isTrue();
		assertThat(price.fees()).isEmpty();
	}

	@Property
	void totalIsTheSumOfItsLinesAndNeverNegative(@ForAll @IntRange(min = 1, max = 10) int count,
			@ForAll @IntRange(max = 500_000) int paise, @ForAll @IntRange(min = -100, max = 6_000_000) int off) {
		Price price = RULES.price(seats(count, paise), new Quote("off-1", "CODE", paise(off)));
		Money sum = price.subtotal().minus(price.discount());
		for (PriceLine line : price.fees()) {
			sum = sum.plus(line.amount());
		}
		for (PriceLine line : price.taxes()) {
			sum = sum.plus(line.amount());
		}
		assertThat(price.total()).isEqualTo(sum);
		assertThat(price.total().isNegative()).isFalse();
		assertThat(price.discount().compareTo(price.subtotal())).isLessThanOrEqualTo(0);
	}

	private static List<BookedSeat> seats(int count, int paise) {
		return java.util.stream.IntStream.rangeClosed(1, count)
			.mapToObj((i) -> new BookedSeat("A" + i, "REGULAR", paise(paise)))
			.toList();
	}

	private static Money paise(int paise) {
		return Money.of(BigDecimal.valueOf(paise, 2).toPlainString(), "INR");
	}

	private static Money inr(String amount) {
		return Money.of(amount, "INR");
	}

}
