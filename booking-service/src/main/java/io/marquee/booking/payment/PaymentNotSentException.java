package io.marquee.booking.payment;

/** The provider was certainly not reached, so no money moved. */
public class PaymentNotSentException extends RuntimeException {

	/**
	 * Creates the exception.
	 * @param cause what went wrong
	 */
	public PaymentNotSentException(Throwable cause) {
		super("The payment provider cannot be reached", cause);
	}

}
