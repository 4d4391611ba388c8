package io.marquee.identity.otp;

/**
 * What a code proves an address for. A code for one purpose is worth nothing for another.
 */
public enum OtpPurpose {

	/** The first step of signing up. */
	SIGN_UP,

	/** Choosing a new password. */
	PASSWORD_RESET,

	/** Having a code mailed at every log-in from now on. */
	ENABLE_SECOND_FACTOR,

	/** The second step of one log-in. */
	SECOND_FACTOR

}
