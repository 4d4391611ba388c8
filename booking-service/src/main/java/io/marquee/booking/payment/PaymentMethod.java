package io.marquee.booking.payment;

/**
 * How a customer pays.
 *
 * @param token the provider's token for a card or account; never stored, never logged
 */
public record PaymentMethod(Type type, String token) {

	/** Kinds of payment. */
	public enum Type {

		/** Credit or debit card. */
		CARD,
		/** Unified Payments Interface. */
		UPI,
		/** Net banking. */
		NETBANKING,
		/** Wallet. */
		WALLET

	}

	@Override
	public String toString() {
		return "PaymentMethod[" + this.type + "]";
	}

}
