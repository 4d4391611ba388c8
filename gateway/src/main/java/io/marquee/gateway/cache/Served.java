package io.marquee.gateway.cache;

/**
 * Where an answer came from, as {@code Cache-Status} tells it (RFC 9211).
 */
enum Served {

	/** From memory. */
	HIT("marquee; hit"),

	/** From the catalogue, and kept. */
	MISS("marquee; fwd=miss; stored"),

	/** From the catalogue, by the request of somebody else. */
	COLLAPSED("marquee; fwd=miss; collapsed"),

	/** From memory, because the catalogue fails. */
	STALE("marquee; hit; detail=stale-if-error");

	private final String status;

	Served(String status) {
		this.status = status;
	}

	String status() {
		return this.status;
	}

}
