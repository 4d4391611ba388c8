package io.marquee.identity.otp;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

/**
 * The codes. Every change is one conditional update: the database decides between
 * requests that race, in one replica or in several.
 */
@Repository
class Otps {

	private final MongoOperations mongo;

	Otps(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/**
	 * Issues a code unless one was issued lately and has not been used.
	 * @param fresh the code
	 * @param cool the latest time that the one before may have been issued at
	 * @return whether it was issued
	 */
	boolean issue(Otp fresh, Instant cool) {
		Update anew = new Update().set("issue", fresh.issue())
			.set("hash", fresh.hash())
			.set("sentAt", fresh.sentAt())
			.set("expiresAt", fresh.expiresAt())
			.set("attempts", 0)
			.set("used", false)
			.set("boundTo", fresh.boundTo())
			.set("mail", fresh.mail());
		if (this.mongo
			.updateFirst(
					query(where("_id").is(fresh.id()).orOperator(where("sentAt").lte(cool), where("used").is(true))),
					anew, Otp.class)
			.getMatchedCount() == 1) {
			return true;
		}
		try {
			this.mongo.insert(fresh);
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	/**
	 * Counts an attempt before anything is compared.
	 * @param id the code's id
	 * @param boundTo what else the code must be bound to; guesses for one log-in must not
	 * use up the code of another
	 * @param allowed attempts a code allows
	 * @param now the time
	 * @return the code to compare with, or nothing if there is none or no attempt left
	 */
	Optional<Otp> countAttempt(String id, @Nullable String boundTo, int allowed, Instant now) {
		return Optional.ofNullable(this.mongo.findAndModify(
				query(where("_id").is(id)
					.and("boundTo")
					.is(boundTo)
					.and("used")
					.is(false)
					.and("attempts")
					.lt(allowed)
					.and("expiresAt")
					.gt(now)),
				new Update().inc("attempts", 1), FindAndModifyOptions.options().returnNew(true), Otp.class));
	}

	/**
	 * Uses a code up.
	 * @param otp the code
	 * @return whether it was there to be used: of several right attempts one wins
	 */
	boolean use(Otp otp) {
		return this.mongo
			.updateFirst(query(where("_id").is(otp.id()).and("issue").is(otp.issue()).and("used").is(false)),
					new Update().set("used", true).unset("mail"), Otp.class)
			.getModifiedCount() == 1;
	}

	/**
	 * Makes a code that was used good again, and its attempt undone, for it was right.
	 * @param otp the code
	 */
	void giveBack(Otp otp) {
		this.mongo.updateFirst(query(where("_id").is(otp.id()).and("issue").is(otp.issue()).and("used").is(true)),
				new Update().set("used", false).inc("attempts", -1), Otp.class);
	}

	@Nullable Otp find(String id) {
		return this.mongo.findById(id, Otp.class);
	}

	List<Otp> withMailDue(Instant now, int limit) {
		return this.mongo.find(query(where("mail.state").is(Otp.WaitingMail.PENDING).and("mail.dueAt").lte(now))
			.with(Sort.by("mail.dueAt"))
			.limit(limit), Otp.class);
	}

	/**
	 * Takes a due mail, so that of several replicas one sends it.
	 * @param id the code's id
	 * @param now the time
	 * @param until when another may take it, should this one die
	 * @return the code with its mail, or nothing if it is taken, sent or replaced
	 */
	Optional<Otp> takeMail(String id, Instant now, Instant until) {
		return Optional.ofNullable(this.mongo.findAndModify(
				query(where("_id").is(id).and("mail.state").is(Otp.WaitingMail.PENDING).and("mail.dueAt").lte(now)),
				new Update().set("mail.dueAt", until).inc("mail.tries", 1),
				FindAndModifyOptions.options().returnNew(true), Otp.class));
	}

	void mailDone(Otp otp) {
		this.mongo.updateFirst(query(where("_id").is(otp.id()).and("issue").is(otp.issue())),
				new Update().unset("mail"), Otp.class);
	}

	void mailLater(Otp otp, Instant dueAt) {
		this.mongo.updateFirst(query(
				where("_id").is(otp.id()).and("issue").is(otp.issue()).and("mail.state").is(Otp.WaitingMail.PENDING)),
				new Update().set("mail.dueAt", dueAt), Otp.class);
	}

	long removeExpired(Instant before) {
		return this.mongo.remove(query(where("expiresAt").lt(before)), Otp.class).getDeletedCount();
	}

}
