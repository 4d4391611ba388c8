package io.marquee.catalog.movie;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Service;

import io.marquee.catalog.store.Change;
import io.marquee.catalog.store.State;
import io.marquee.platform.web.ApiException;

/**
 * Many movies at once, in and out.
 */
@Service
public class ImportingMovies {

	private final Movies movies;

	private final Clock clock;

	ImportingMovies(Movies movies, Clock clock) {
		this.movies = movies;
		this.clock = clock;
	}

	/**
	 * Finds movies by external id, or by id if they have none.
	 * @param names the ids
	 * @return those that are there, deleted ones included, by the id they were found by
	 */
	public Map<String, Movie> find(Collection<String> names) {
		return this.movies.stored().named("details.externalId", (movie) -> movie.details().externalId(), names);
	}

	/**
	 * Finds movies that something else refers to.
	 * @param names external ids, or ids
	 * @return those that are there and not deleted, by the id they were found by
	 */
	public Map<String, Movie> referredTo(Collection<String> names) {
		Map<String, Movie> found = find(names);
		found.putAll(this.movies.stored().all(names.stream().filter((name) -> !found.containsKey(name)).toList()));
		found.values().removeIf(Movie::deleted);
		return found;
	}

	/**
	 * What a movie comes to.
	 * @param before what is there; a deleted one comes back
	 * @param details what it should be
	 * @param active whether the public shall see it
	 * @return the movie, not stored; the one that is there if nothing is new
	 */
	public Movie planned(@Nullable Movie before, MovieDetails details, boolean active) {
		State state = active ? State.ACTIVE : State.INACTIVE;
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		if (before == null) {
			return Movie.of(UUID.randomUUID().toString(), 0, details, state, now, now);
		}
		return (before.details().equals(details) && before.state() == state) ? before
				: Movie.of(before.id(), before.version() + 1, details, state, before.createdAt(), now);
	}

	/**
	 * Writes what was planned. The events bring the shows up to date.
	 * @param changes the writes
	 * @return why not, by id, for those that were not written
	 */
	public Map<String, ApiException> write(List<Change<Movie>> changes) {
		return this.movies.stored().writeAll(changes);
	}

	/**
	 * All movies that are not deleted.
	 * @return the movies, to be closed
	 */
	public Stream<Movie> all() {
		return this.movies.stored().stream(Criteria.where("state").in(State.ACTIVE, State.INACTIVE));
	}

}
