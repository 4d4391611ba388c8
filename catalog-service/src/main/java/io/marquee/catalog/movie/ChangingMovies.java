package io.marquee.catalog.movie;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

import io.marquee.catalog.store.Expected;
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
	 * @param id its id
	 * @param details what is known of it
	 * @return the movie, active
	 */
	public Movie add(String id, MovieDetails details) {
		return this.movies.stored().add(Movie.add(id, details, now()));
	}

	/**
	 * Edits a movie.
	 * @param id the movie
	 * @param expected what the change was thought out for
	 * @param change from the details it has to those it should have
	 * @return the movie after the change
	 */
	public Movie edit(String id, Expected expected, UnaryOperator<MovieDetails> change) {
		return told(change(id, expected, (before) -> before.edited(change.apply(before.details()), now())));
	}

	/**
	 * Hides an active movie, which stops the sale of its shows; shows an inactive one.
	 * @param id the movie
	 * @param expected what the change was thought out for
	 * @return the movie after the change
	 */
	public Movie toggle(String id, Expected expected) {
		return told(change(id, expected, (movie) -> movie.in(movie.active() ? State.INACTIVE : State.ACTIVE, now())));
	}

	/**
	 * Deletes a movie that has no shows to come. A show that is scheduled at the same
	 * moment is looked for again afterwards; scheduling looks again too, so one of the
	 * two always notices.
	 * @param id the movie
	 * @param expected what the change was thought out for
	 */
	public void delete(String id, Expected expected) {
		State before = this.finding.any(id).state();
		Movie deleted = change(id, expected, (movie) -> {
			refuseWithFutureShows(id);
			return movie.in(State.DELETED, now());
		});
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

	/** What hangs on it is told at once; if this process dies, the event does it. */
	private Movie told(Movie movie) {
		this.process.publishEvent(new MovieEdited(movie));
		return movie;
	}

	private Movie change(String id, Expected expected, UnaryOperator<Movie> change) {
		return OptimisticChange.apply(() -> this.finding.any(id), expected, change, this.movies.stored()::replace);
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
