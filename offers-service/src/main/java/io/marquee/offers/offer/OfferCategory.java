package io.marquee.offers.offer;

/**
 * What an offer is for.
 */
public enum OfferCategory {

	/** Cinema tickets. */
	MOVIE,

	/** A table at a restaurant. */
	RESTAURANT,

	/** A title or a subscription of a streaming platform. */
	OTT

}
