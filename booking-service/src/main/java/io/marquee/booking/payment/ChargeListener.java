package io.marquee.booking.payment;

/** Somebody who wants to know what became of a charge when a provider reports it. */
public interface ChargeListener {

	/**
	 * Called for each report; the same one may come again, early, late or never.
	 * @param charge the charge as it is now
	 */
	void charged(Charge charge);

}
