package io.marquee.catalog.movie.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.marquee.catalog.movie.Movie;
import io.marquee.catalog.movie.MovieDetails;

/**
 * A movie as callers see it.
 */
record MovieView(String id, String title, String originalTitle, List<String> languages, List<String> genres,
		@Nullable String certificate, int durationMinutes, List<String> cast, List<String> directors,
		@Nullable String synopsis, @Nullable BigDecimal rating, @Nullable String releaseDate, int popularity,
		@Nullable String posterUrl, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String externalId,
		boolean active, Instant createdAt, Instant updatedAt) {

	static MovieView of(Movie movie) {
		MovieDetails details = movie.details();
		return new MovieView(movie.id(), details.title(), details.originalTitle(), details.languages(),
				details.genres(), details.certificate(), details.durationMinutes(), details.cast(), details.directors(),
				details.synopsis(), details.rating(), details.releaseDate(), details.popularity(), details.posterUrl(),
				details.externalId(), movie.active(), movie.createdAt(), movie.updatedAt());
	}

}
