package io.marquee.identity.otp;

/**
 * What a code proves an address for. A code for one purpose is worth nothing for another.
 */
public enum OtpPurpose {

	/** The first step of signing up. */
	SIGN_UP,

	/** Choosing a new password. */
	PASSWORD_RESET

}
