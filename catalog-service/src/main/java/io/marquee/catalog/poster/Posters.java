package io.marquee.catalog.poster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

import io.marquee.catalog.movie.PosterAddress;

/**
 * The posters that are kept here. They are addressed by their content, so storing one
 * again changes nothing.
 */
@Repository
public class Posters {

	/** How wide they are at most, in pixels. */
	static final List<Integer> WIDTHS = List.of(200, 400, 800);

	private static final String UNUSED = "unusedSince";

	private final MongoTemplate mongo;

	Posters(MongoTemplate mongo) {
		this.mongo = mongo;
	}

	/**
	 * Finds a poster.
	 * @param address where it is
	 * @return the picture as JPEG
	 */
	public Optional<byte[]> find(PosterAddress address) {
		return Optional.ofNullable(this.mongo.findById(Poster.id(address.hash(), address.width()), Poster.class))
			.map(Poster::bytes);
	}

	/**
	 * Says that those made from a picture are wanted, so that no sweep takes them.
	 * @return whether all of them are there
	 */
	boolean keep(String hash) {
		return this.mongo.updateMulti(ofHash(hash), new Update().unset(UNUSED), Poster.class)
			.getMatchedCount() == WIDTHS.size();
	}

	void store(String hash, int width, byte[] bytes) {
		this.mongo.save(new Poster(Poster.id(hash, width), hash, bytes, null));
	}

	Set<String> hashes() {
		return Set.copyOf(this.mongo.findDistinct(new Query(), "hash", Poster.class, String.class));
	}

	/** Starts the clock, if it does not run yet. */
	void markUnused(String hash, Instant now) {
		this.mongo.updateMulti(Query.query(Criteria.where("hash").is(hash).and(UNUSED).exists(false)),
				new Update().set(UNUSED, now), Poster.class);
	}

	/** One condition and one write: who uploads it again at this moment keeps it. */
	long removeUnusedSince(String hash, Instant last) {
		return this.mongo.remove(Query.query(Criteria.where("hash").is(hash).and(UNUSED).lte(last)), Poster.class)
			.getDeletedCount();
	}

	private static Query ofHash(String hash) {
		return Query.query(Criteria.where("hash").is(hash));
	}

}
