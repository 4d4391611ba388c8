package io.marquee.offers.offer;

import java.math.BigDecimal;
import java.math.RoundingMode;

import io.marquee.platform.money.Money;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for every coupon and every amount.
 */
class DiscountPropertyTests {

	@Property
	void neverBelowNothingNorAboveTheAmount(@ForAll("discounts") Discount discount, @ForAll("amounts") Money amount) {
		assertThat(discount.on(amount)).isBetween(Money.zero(amount.currency()), amount);
	}

	@Property
	void neverAboveTheCap(@ForAll("discounts") Discount discount, @ForAll("amounts") Money amount) {
		if (discount.maximumDiscount() != null) {
			assertThat(discount.on(amount)).isLessThanOrEqualTo(discount.maximumDiscount());
		}
	}

	@Property
	void whatIsPaidAndWhatIsTakenOffMakeTheAmount(@ForAll("discounts") Discount discount,
			@ForAll("amounts") Money amount) {
		Money off = discount.on(amount);
		assertThat(amount.minus(off).isNegative()).isFalse();
		assertThat(amount.minus(off).plus(off)).isEqualTo(amount);
	}

	@Property
	void countsWholeCoinsOfTheCurrency(@ForAll("discounts") Discount discount, @ForAll("amounts") Money amount) {
		assertThat(discount.on(amount).amount().scale()).isEqualTo(2);
	}

	@Property
	void countsWholeCoinsOfACurrencyThatHasNoSmallOnes(@ForAll("percentages") BigDecimal percent,
			@ForAll("yen") Money amount, @ForAll("yen") Money cap) {
		// A cap may be finer than the coins.
		Money fine = new Money(cap.amount().add(new BigDecimal("0.7")), "JPY");
		Money off = new Discount(Discount.Type.PERCENTAGE, percent, "JPY", null, fine).on(amount);
		assertThat(off.amount().stripTrailingZeros().scale()).isLessThanOrEqualTo(0);
		assertThat(off).isBetween(Money.zero("JPY"), amount).isLessThanOrEqualTo(fine);
	}

	@Property
	void roundsHalfACoinUp(@ForAll("percentages") BigDecimal percent, @ForAll("amounts") Money amount) {
		BigDecimal exact = amount.amount().multiply(percent).divide(BigDecimal.valueOf(100));
		BigDecimal rounded = OfferFixture.percentage(percent.toPlainString()).on(amount).amount();
		// Half up, said without calling the rounding by its name.
		assertThat(rounded.subtract(exact)).isGreaterThan(new BigDecimal("-0.005"))
			.isLessThanOrEqualTo(new BigDecimal("0.005"));
	}

	@Property
	void moreMoneyNeverMeansLessDiscount(@ForAll("discounts") Discount discount, @ForAll("amounts") Money amount,
			@ForAll("amounts") Money more) {
		assertThat(discount.on(amount)).isLessThanOrEqualTo(discount.on(amount.plus(more)));
	}

	@Provide
	Arbitrary<Money> amounts() {
		return decimals("0", "100000", 2).map((amount) -> new Money(amount, "INR"));
	}

	@Provide
	Arbitrary<Money> yen() {
		return decimals("0", "100000", 0).map((amount) -> new Money(amount, "JPY"));
	}

	@Provide
	Arbitrary<BigDecimal> percentages() {
		return decimals("0.01", "100", 2);
	}

	@Provide
	Arbitrary<Discount> discounts() {
		Arbitrary<Money> caps = decimals("0", "5000", 2).map((cap) -> new Money(cap, "INR"));
		return Arbitraries.of(Discount.Type.values())
			.flatMap((type) -> Combinators
				.combine((type == Discount.Type.PERCENTAGE) ? percentages() : decimals("0.01", "10000", 2),
						caps.injectNull(0.5))
				.as((value, cap) -> new Discount(type, value, "INR", null, cap)));
	}

	private static Arbitrary<BigDecimal> decimals(String from, String to, int scale) {
		return Arbitraries.bigDecimals()
			.between(new BigDecimal(from), new BigDecimal(to))
			.ofScale(scale)
			.map((value) -> value.setScale(scale, RoundingMode.UNNECESSARY));
	}

}
