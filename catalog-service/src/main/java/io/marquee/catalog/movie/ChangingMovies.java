package io.marquee.catalog.movie;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

import io.marquee.catalog.store.OptimisticChange;
import io.marquee.catalog.store.State;
import io.marquee.platform.web.ApiException;

/**
 * Adds, edits, hides and deletes movies.
 */
@Service
public class ChangingMovies {

	private final Movies movies;

	private final FindingMovies finding;

	private final Showings showings;

	private final Clock clock;

	private final ApplicationEventPublisher process;

	ChangingMovies(Movies movies, FindingMovies finding, Showings showings, Clock clock,
			ApplicationEventPublisher process) {
		this.movies = movies;
		this.finding = finding;
		this.showings = showings;
		this.clock = clock;
		this.process = process;
	}

	/**
	 * Adds a movie.
	 * @param details what is known of it
	 * @return the movie, active
	 */
	public Movie add(MovieDetails details) {
		Movie movie = Movie.add(UUID.randomUUID().toString(), details, now());
		this.movies.stored().add(movie);
		return movie;
	}

	/**
	 * Edits a movie.
	 * @param id the movie
	 * @param change from the details it has to those it should have
	 * @return the movie after the change
	 */
	public Movie edit(String id, UnaryOperator<MovieDetails> change) {
		Movie movie = change(id, (before) -> before.edited(change.apply(before.details()), now()));
		this.process.publishEvent(new MovieEdited(movie));
		return movie;
	}

	/**
	 * Hides an active movie, shows an inactive one.
	 * @param id the movie
	 * @return the movie after the change
	 */
	public Movie toggle(String id) {
		return change(id, (movie) -> movie.in(movie.active() ? State.INACTIVE : State.ACTIVE, now()));
	}

	/**
	 * Deletes a movie that has no shows to come. A show that is scheduled at the same
	 * moment is looked for again afterwards; scheduling looks again too, so one of the
	 * two always notices.
	 * @param id the movie
	 */
	public void delete(String id) {
		State before = this.finding.any(id).state();
		refuseWithFutureShows(id);
		Movie deleted = change(id, (movie) -> movie.in(State.DELETED, now()));
		try {
			refuseWithFutureShows(id);
		}
		catch (ApiException ex) {
			this.movies.stored().replace(deleted, deleted.in(before, now()));
			throw ex;
		}
	}

	private void refuseWithFutureShows(String id) {
		if (this.showings.hasFutureShowsOf(id)) {
			throw new ApiException(HttpStatus.CONFLICT, "MOVIE_HAS_SHOWS",
					"The movie has shows to come; cancel them first, or deactivate the movie");
		}
	}

	private Movie change(String id, UnaryOperator<Movie> change) {
		return OptimisticChange.apply(() -> this.finding.any(id), change, this.movies.stored()::replace);
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
