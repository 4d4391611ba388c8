package io.marquee.catalog.demo;

import java.math.BigDecimal;
import java.util.List;

import io.marquee.catalog.movie.MovieDetails;

/**
 * A line of {@code demo/movies.json}.
 */
record DemoMovie(String id, String title, String originalTitle, List<String> languages, List<String> genres,
		String certificate, int durationMinutes, List<String> directors, List<String> cast, String synopsis,
		BigDecimal rating, String releaseDate, int popularity, List<String> formats) {

	MovieDetails details() {
		return new MovieDetails(this.title, this.originalTitle, this.languages, this.genres, this.certificate,
				this.durationMinutes, this.cast, this.directors, this.synopsis, this.rating, this.releaseDate,
				this.popularity, null, null);
	}

}
