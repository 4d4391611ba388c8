package io.marquee.identity.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

/**
 * The endings that are due.
 */
@Repository
class DueEndings {

	static final String COLLECTION = "sessionEndings";

	private final MongoOperations mongo;

	DueEndings(MongoOperations mongo) {
		this.mongo = mongo;
	}

	DueEnding add(String userId, @Nullable String spared, Instant dueAt) {
		return this.mongo.insert(new DueEnding(UUID.randomUUID().toString(), userId, spared, dueAt));
	}

	void remove(DueEnding due) {
		this.mongo.remove(query(where("_id").is(due.id())), DueEnding.class);
	}

	List<DueEnding> overdue(Instant now, int limit) {
		return this.mongo.find(query(where("dueAt").lte(now)).with(Sort.by("dueAt")).limit(limit), DueEnding.class);
	}

	/**
	 * Takes one, so that of several replicas one does the work.
	 * @param due the ending
	 * @param now the time
	 * @param until when another may take it
	 * @return the ending, unless it is taken or done
	 */
	Optional<DueEnding> take(DueEnding due, Instant now, Instant until) {
		return Optional.ofNullable(this.mongo.findAndModify(query(where("_id").is(due.id()).and("dueAt").lte(now)),
				new Update().set("dueAt", until), FindAndModifyOptions.none(), DueEnding.class));
	}

}
