package io.marquee.booking.payment;

import java.time.Instant;
import java.util.List;

import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money that a provider says it took, and what of it went back.
 *
 * @param id the provider's id, the same as in {@link Charge}
 * @param reference our id of the payment, if the charge carries one
 * @param at when the charge was made
 */
public record TakenCharge(String id, @Nullable String reference, Money amount, Instant at, List<Refund> refunds) {

	/**
	 * Money that went back.
	 *
	 * @param id the provider's id of the refund
	 */
	public record Refund(String id, Money amount) {
	}

	/**
	 * Some of many.
	 *
	 * @param next where the next page begins, if there is one
	 */
	public record Page(List<TakenCharge> charges, @Nullable String next) {
	}

}
