package io.marquee.identity.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

/**
 * What was spent. Each change is one conditional update: of requests that race for the
 * last of an allowance, in one replica or several, the database lets one through.
 */
@Repository
class Spendings {

	static final String COLLECTION = "limits";

	private static final FindAndModifyOptions RETURN_NEW = FindAndModifyOptions.options().returnNew(true);

	private final MongoOperations mongo;

	Spendings(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/**
	 * Spends one.
	 * @param id whose allowance
	 * @param capacity how many there are in a window
	 * @param atOnce how many there are as long as none has failed
	 * @param window how long a window is that begins now
	 * @param now the time
	 * @return what is spent with this one, or nothing if all was spent
	 */
	Optional<Spending> spend(String id, int capacity, int atOnce, Duration window, Instant now) {
		Criteria room = where("_id").is(id)
			.and("until")
			.gt(now)
			.orOperator(where("spent").lt(capacity), where("failures").is(0).and("spent").lt(atOnce));
		while (true) {
			Spending spent = this.mongo.findAndModify(query(room), new Update().inc("spent", 1), RETURN_NEW,
					Spending.class);
			if (spent == null) {
				spent = renew(id, now.plus(window), now);
			}
			if (spent != null) {
				return Optional.of(spent);
			}
			// It may have begun, or been given back, since.
			if (find(id).filter((found) -> found.isFull(capacity, atOnce, now)).isPresent()) {
				return Optional.empty();
			}
		}
	}

	/**
	 * Writes down that a guess was wrong.
	 * @param guess the guess
	 * @return what is spent now
	 */
	Spending failed(Spending guess) {
		return settle(guess, new Update().inc("failures", 1));
	}

	/**
	 * Gives back what turned out not to count.
	 * @param guess the guess
	 */
	void giveBack(Spending guess) {
		settle(guess, new Update().inc("spent", -1));
	}

	Optional<Spending> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, Spending.class));
	}

	void clear(String id) {
		this.mongo.remove(query(where("_id").is(id)), Spending.class);
	}

	void removeEnded(Instant before) {
		this.mongo.remove(query(where("until").lt(before)), Spending.class);
	}

	private @Nullable Spending renew(String id, Instant until, Instant now) {
		Spending renewed = this.mongo.findAndModify(query(where("_id").is(id).and("until").lte(now)),
				new Update().set("spent", 1).set("failures", 0).set("until", until), RETURN_NEW, Spending.class);
		if (renewed != null) {
			return renewed;
		}
		try {
			return this.mongo.insert(new Spending(id, 1, 0, until));
		}
		catch (DuplicateKeyException ex) {
			return null;
		}
	}

	private Spending settle(Spending guess, Update update) {
		Spending settled = this.mongo.findAndModify(query(where("_id").is(guess.id()).and("until").is(guess.until())),
				update, RETURN_NEW, Spending.class);
		return (settled != null) ? settled : guess;
	}

}
