package io.marquee.catalog.movie;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

import io.marquee.catalog.store.Aggregates;
import io.marquee.catalog.store.State;
import io.marquee.platform.events.OutboxEntries;
import io.marquee.platform.events.OutboxRelay;

/**
 * The movies.
 */
@Repository
public class Movies {

	private final Aggregates<Movie> stored;

	Movies(MongoTemplate mongo, OutboxRelay relay, OutboxEntries events) {
		this.stored = new Aggregates<>(mongo, relay, Movie.class, Set.of(),
				(movie) -> events.of(MovieChanged.TYPE, movie.id(), MovieChanged.of(movie)));
	}

	/**
	 * Finds a movie that is not deleted.
	 * @param id its id
	 * @return the movie
	 */
	public Optional<Movie> find(String id) {
		return this.stored.find(id).filter((movie) -> movie.state() != State.DELETED);
	}

	/**
	 * Adds those that are not there yet.
	 * @param movies the movies
	 * @return how many were added
	 */
	public int addMissing(Collection<Movie> movies) {
		return this.stored.addMissing(movies);
	}

	/**
	 * The pictures that posters kept here were made from.
	 * @return those that movies refer to, deleted ones included
	 */
	public Set<String> posterHashes() {
		return this.stored.distinct("details.posterUrl")
			.stream()
			.flatMap((url) -> PosterAddress.of(url).stream())
			.map(PosterAddress::hash)
			.collect(Collectors.toSet());
	}

	Aggregates<Movie> stored() {
		return this.stored;
	}

}
