package io.marquee.booking.payment;

/** It is not known whether money moved. */
public class PaymentUnclearException extends RuntimeException {

	/**
	 * Creates the exception.
	 * @param cause what went wrong
	 */
	public PaymentUnclearException(Throwable cause) {
		super("The payment provider gave no clear answer: " + cause.getMessage(), cause);
	}

}
