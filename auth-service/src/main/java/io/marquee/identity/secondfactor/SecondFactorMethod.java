package io.marquee.identity.secondfactor;

/**
 * What proves a second factor.
 */
public enum SecondFactorMethod {

	/** A code that is mailed for one log-in. */
	EMAIL,

	/** The code that an authenticator app shows (RFC 6238). */
	TOTP,

	/** One of the codes that came with the authenticator app, for when it is lost. */
	RECOVERY_CODE

}
