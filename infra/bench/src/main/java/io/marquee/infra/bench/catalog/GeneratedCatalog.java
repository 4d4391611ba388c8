package io.marquee.infra.bench.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * A made-up catalogue, the same one for the same seed and day.
 *
 * @param movies the movies
 * @param venues the venues
 * @param shows the shows
 */
record GeneratedCatalog(Csv movies, Csv venues, Csv shows) {

	/**
	 * Makes one.
	 * @param size how large
	 * @param today two days before the first shows, so that none begins while it is
	 * loaded
	 * @param seed whatever chance is to begin with
	 * @return the catalogue
	 */
	static GeneratedCatalog make(CatalogSize size, LocalDate today, long seed) {
		Random random = new Random(seed);
		List<Movies.Movie> movies = Movies.make(size.movies(), today, random);
		List<Venues.Venue> venues = Venues.make(size.venues(), random);
		return new GeneratedCatalog(Movies.table(movies), Venues.table(venues),
				Shows.table(size.shows(), movies, venues, today.plusDays(2), random));
	}

}
