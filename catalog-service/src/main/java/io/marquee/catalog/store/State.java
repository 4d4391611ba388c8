package io.marquee.catalog.store;

/**
 * Whether a movie or venue is on offer. A deleted one stays stored, so that old bookings
 * and late events still have something to point at, and is shown to nobody.
 */
public enum State {

	/** On offer. */
	ACTIVE,

	/** Hidden from the public, kept by the administration. */
	INACTIVE,

	/** Gone. */
	DELETED

}
