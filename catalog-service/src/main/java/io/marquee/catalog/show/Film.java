package io.marquee.catalog.show;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.marquee.catalog.movie.Movie;
import io.marquee.catalog.movie.MovieDetails;

/**
 * What a show keeps of its movie, so that a list of shows is one query.
 *
 * @param movieId the movie
 * @param title its title
 * @param genres its genres
 * @param genreKeys its genres as they are compared
 * @param certificate its certificate
 * @param durationMinutes how long it runs
 * @param posterUrl where its poster is
 */
public record Film(String movieId, String title, List<String> genres, List<String> genreKeys,
		@Nullable String certificate, int durationMinutes, @Nullable String posterUrl) {

	/**
	 * What is kept of the movie now, but for how long it runs: the show's end stays as it
	 * was scheduled.
	 * @param movie the movie
	 * @return the excerpt
	 */
	Film current(Movie movie) {
		Film now = of(movie);
		return new Film(now.movieId, now.title, now.genres, now.genreKeys, now.certificate, this.durationMinutes,
				now.posterUrl);
	}

	/**
	 * What is kept of a movie.
	 * @param movie the movie
	 * @return the excerpt
	 */
	public static Film of(Movie movie) {
		MovieDetails details = movie.details();
		return new Film(movie.id(), details.title(), details.genres(), movie.genreKeys(), details.certificate(),
				details.durationMinutes(), details.posterUrl());
	}

}
