package io.marquee.catalog.movie;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

import io.marquee.catalog.store.State;
import io.marquee.platform.events.OutboxEntries;
import io.marquee.platform.events.OutboxEntry;
import io.marquee.platform.events.OutboxRelay;
import io.marquee.platform.web.Paging;

/**
 * The movies. Every write carries its event in the same document.
 */
@Repository
public class Movies {

	static final String COLLECTION = "movies";

	private final MongoOperations mongo;

	private final OutboxEntries events;

	private final OutboxRelay relay;

	Movies(MongoOperations mongo, OutboxEntries events, OutboxRelay relay) {
		this.mongo = mongo;
		this.events = events;
		this.relay = relay;
	}

	/**
	 * Finds a movie that is not deleted.
	 * @param id its id
	 * @return the movie
	 */
	public Optional<Movie> find(String id) {
		return Optional.ofNullable(this.mongo.findOne(read(Criteria.where("_id").is(id)), Movie.class))
			.filter((movie) -> movie.state() != State.DELETED);
	}

	List<Movie> page(Criteria criteria, Paging paging, Sort sort) {
		return this.mongo.find(read(criteria).with(sort).skip(paging.skip()).limit(paging.limit()), Movie.class);
	}

	List<Movie> all(Criteria criteria, Sort sort) {
		return this.mongo.find(read(criteria).with(sort), Movie.class);
	}

	long count(Criteria criteria) {
		return this.mongo.count(new Query(criteria), Movie.class);
	}

	/**
	 * How many movies there are.
	 * @return all that are not deleted
	 */
	public long count() {
		return count(Criteria.where("state").in(State.ACTIVE, State.INACTIVE));
	}

	List<Movie> changedSince(Instant since) {
		return this.mongo.find(read(Criteria.where("updatedAt").gte(since)), Movie.class);
	}

	void add(Movie movie) {
		this.mongo.insert(movie.withOutbox(List.of(event(movie))));
		this.relay.publishSoon(COLLECTION, movie.id());
	}

	/**
	 * Adds those that are not there yet, in one go. Their events leave with the relay's
	 * next sweep.
	 * @param movies the movies
	 * @return how many were added
	 */
	public int addMissing(Collection<Movie> movies) {
		Query known = new Query(Criteria.where("_id").in(movies.stream().map(Movie::id).toList()));
		Set<String> there = new HashSet<>(this.mongo.findDistinct(known, "_id", Movie.class, String.class));
		List<Movie> missing = movies.stream()
			.filter((movie) -> !there.contains(movie.id()))
			.map((movie) -> movie.withOutbox(List.of(event(movie))))
			.toList();
		if (missing.isEmpty()) {
			return 0;
		}
		return this.mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, Movie.class).insert(missing).execute()
			.getInsertedCount();
	}

	boolean replace(Movie before, Movie after) {
		Query outdatedOtherwise = new Query(
				Criteria.where("_id").is(before.id()).and("version").is(before.version()));
		Update update = new Update().set("version", after.version())
			.set("details", after.details())
			.set("genreKeys", after.genreKeys())
			.set("languageKeys", after.languageKeys())
			.set("released", after.released())
			.set("state", after.state())
			.set("updatedAt", after.updatedAt())
			.push("outbox", event(after));
		if (this.mongo.updateFirst(outdatedOtherwise, update, Movie.class).getMatchedCount() == 0) {
			return false;
		}
		this.relay.publishSoon(COLLECTION, after.id());
		return true;
	}

	private OutboxEntry event(Movie movie) {
		return this.events.of(MovieChanged.TYPE, movie.id(), MovieChanged.of(movie));
	}

	private static Query read(Criteria criteria) {
		Query query = new Query(criteria);
		query.fields().exclude("outbox");
		return query;
	}

}
