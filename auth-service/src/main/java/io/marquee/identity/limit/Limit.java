package io.marquee.identity.limit;

/**
 * What is limited. Those by client bound one network address and leave room for many
 * people behind it; the others are tight and bound what can be done to one account.
 */
public enum Limit {

	/** Log-ins from one client. */
	LOG_IN_BY_CLIENT,

	/** Codes asked for by one client. */
	OTP_SEND_BY_CLIENT,

	/** Codes tried by one client. */
	OTP_VERIFY_BY_CLIENT,

	/** Passwords reset and changed by one client. */
	PASSWORD_BY_CLIENT,

	/** Proofs of a second factor by one client. */
	SECOND_FACTOR_BY_CLIENT,

	/** Sessions renewed by one client. */
	REFRESH_BY_CLIENT,

	/** Wrong passwords for one account from one client. */
	WRONG_PASSWORD,

	/** Wrong passwords for one account from everywhere it was not used from before. */
	WRONG_PASSWORD_ANYWHERE,

	/** Codes sent to one address. */
	OTP_SEND,

	/** Wrong codes for one address. */
	WRONG_OTP,

	/**
	 * Proofs of one account's second factor over all its log-ins, since the last right
	 * one.
	 */
	SECOND_FACTOR

}
