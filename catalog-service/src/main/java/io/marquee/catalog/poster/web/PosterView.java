package io.marquee.catalog.poster.web;

import org.jspecify.annotations.Nullable;

import io.marquee.catalog.movie.Movie;

/**
 * A movie's poster. Other widths are to be had by their number in place of 800.
 */
record PosterView(String movieId, @Nullable String posterUrl) {

	static PosterView of(Movie movie) {
		return new PosterView(movie.id(), movie.details().posterUrl());
	}

}
