package io.marquee.infra.bench.catalog;

/**
 * How large a catalogue is.
 *
 * @param movies how many movies
 * @param venues how many venues
 * @param shows how many shows to come
 */
public record CatalogSize(int movies, int venues, int shows) {

	/** What a large chain of resellers has. */
	public static final CatalogSize LARGE = new CatalogSize(5_000, 2_000, 200_000);

	@Override
	public String toString() {
		return "%,d movies, %,d venues, %,d shows".formatted(this.movies, this.venues, this.shows);
	}

}
