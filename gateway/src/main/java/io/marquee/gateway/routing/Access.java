package io.marquee.gateway.routing;

/**
 * Who may use a path.
 */
public enum Access {

	/** Everybody, with or without a token. */
	ANYONE,

	/** Whoever holds a valid token: people and partner clients. */
	SIGNED_IN,

	/** The roles {@code staff} and {@code admin}. */
	STAFF,

	/** The role {@code admin}. */
	ADMIN

}
