package io.marquee.catalog.show;

/**
 * Where a show is in its life.
 */
public enum ShowStatus {

	/** Will take place, or is taking place. */
	SCHEDULED,

	/** Will not take place. */
	CANCELLED,

	/** Has taken place. */
	COMPLETED,

	/** Was scheduled by mistake; shown to nobody. */
	REMOVED

}
