package io.marquee.booking.payment;

import java.time.Instant;
import java.util.Optional;

import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;

/** Somebody who takes money for us and gives it back. */
public interface PaymentProvider {

	/**
	 * Takes money. Repeating a key never charges twice.
	 * @param key idempotency key
	 * @param reference our id of the payment
	 * @param amount how much
	 * @param method how it is paid
	 * @return the charge
	 * @throws PaymentNotSentException if the provider certainly was not reached
	 * @throws PaymentUnclearException if it may or may not have charged
	 */
	Charge charge(String key, String reference, Money amount, PaymentMethod method);

	/**
	 * Asks what became of a charge.
	 * @param key idempotency key it was made with
	 * @param reference our id of the payment
	 * @param from before this time it was certainly not made
	 * @param to nor from this time on; a provider that knows neither key nor reference
	 * looks through what was made in between
	 * @return the charge, or nothing if the provider never saw it
	 * @throws PaymentUnclearException if the provider cannot be asked
	 */
	Optional<Charge> find(String key, String reference, Instant from, Instant to);

	/**
	 * Gives money back. Repeating a key never refunds twice.
	 * @param key idempotency key
	 * @param chargeId the provider's id of the charge
	 * @param amount how much
	 * @return the provider's id of the refund
	 * @throws PaymentUnclearException if it may or may not have refunded
	 */
	String refund(String key, String chargeId, Money amount);

	/**
	 * Lists charges that took money, in any order.
	 * @param from charges made at this time or later
	 * @param to and before this time
	 * @param cursor where the page begins, nothing at first
	 * @return a page
	 * @throws PaymentUnclearException if the provider cannot be asked
	 */
	TakenCharge.Page charges(Instant from, Instant to, @Nullable String cursor);

}
