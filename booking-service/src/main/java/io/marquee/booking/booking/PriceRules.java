package io.marquee.booking.booking;

import java.math.BigDecimal;
import java.util.List;

import io.marquee.booking.offers.Quote;
import io.marquee.platform.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** What is added to the price of the seats. What costs nothing bears no fees. */
@Validated
@ConfigurationProperties("marquee.booking.pricing")
record PriceRules(@Valid @DefaultValue List<Fee> fees, @Valid @DefaultValue List<Tax> taxes) {

	static Money sum(List<BookedSeat> seats) {
		return seats.stream().map(BookedSeat::price).reduce(Money::plus).orElseThrow();
	}

	/** The discount is the offer's to say, the total is ours to reckon. */
	Price price(List<BookedSeat> seats, @Nullable Quote quote) {
		Money subtotal = sum(seats);
		Money none = Money.zero(subtotal.currency());
		Money discount = (quote != null) ? quote.discount().min(subtotal) : none;
		if (discount.isNegative()) {
			discount = none;
		}
		Money net = subtotal.minus(discount);
		boolean free = net.compareTo(none) == 0;
		List<PriceLine> feeLines = free ? List.of()
				: this.fees.stream().map((fee) -> fee.on(net, seats.size())).toList();
		Money feeSum = total(none, feeLines);
		List<PriceLine> taxLines = free ? List.of()
				: this.taxes.stream().map((tax) -> tax.on(net.plus(feeSum), feeSum)).toList();
		return new Price(subtotal, discount, feeLines, taxLines, total(net.plus(feeSum), taxLines),
				(quote != null) ? quote.couponCode() : null, (quote != null) ? quote.offerId() : null);
	}

	private static Money total(Money start, List<PriceLine> lines) {
		return lines.stream().map(PriceLine::amount).reduce(start, Money::plus);
	}

	/**
	 * A fee.
	 *
	 * @param perSeat amount for each seat, in the currency of the show
	 * @param percent of the price of the seats less the discount
	 */
	record Fee(@NotBlank String name, @NotNull @PositiveOrZero @DefaultValue("0") BigDecimal perSeat,
			@NotNull @PositiveOrZero @DecimalMax("100") @DefaultValue("0") BigDecimal percent) {

		PriceLine on(Money net, int seats) {
			Money each = Money.of(this.perSeat.toPlainString(), net.currency());
			return new PriceLine(this.name, each.times(seats).plus(net.percent(this.percent)));
		}

	}

	/**
	 * A tax.
	 *
	 * @param feesOnly whether it is on the fees, or on everything
	 */
	record Tax(@NotBlank String name, @NotNull @PositiveOrZero @DecimalMax("100") BigDecimal percent,
			@DefaultValue("false") boolean feesOnly) {

		PriceLine on(Money everything, Money fees) {
			return new PriceLine(this.name, (this.feesOnly ? fees : everything).percent(this.percent));
		}

	}

}
