package io.marquee.booking.payment;

import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of a charge.
 *
 * @param id the provider's id
 * @param reference our id of the payment
 * @param key the idempotency key it was made with
 * @param declineCode why it was declined, if it was
 */
public record Charge(String id, String reference, String key, Money amount, Status status,
		@Nullable String declineCode) {

	/**
	 * The charge of a booking that costs nothing, which no provider needs to hear of.
	 * @param key idempotency key
	 * @param reference our id of the payment
	 * @param nothing zero in the currency of the booking
	 * @return the charge
	 */
	public static Charge ofNothing(String key, String reference, Money nothing) {
		return new Charge("free", reference, key, nothing, Status.SUCCEEDED, null);
	}

	/** How it went. */
	public enum Status {

		/** Not known yet. */
		PENDING,
		/** The money is taken. */
		SUCCEEDED,
		/** No money was taken. */
		DECLINED

	}

}
