package io.marquee.identity.account;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.marquee.platform.events.OutboxEntries;
import io.marquee.platform.events.OutboxRelay;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

/**
 * The accounts.
 */
@Repository
public class Accounts {

	static final String COLLECTION = "accounts";

	private final MongoOperations mongo;

	private final OutboxEntries events;

	private final OutboxRelay relay;

	private final Clock clock;

	Accounts(MongoOperations mongo, OutboxEntries events, OutboxRelay relay, Clock clock) {
		this.mongo = mongo;
		this.events = events;
		this.relay = relay;
		this.clock = clock;
	}

	/**
	 * Gives a person of Keycloak's an account here, unless they have one. Sign-up calls
	 * it, and so does every sign-in: whoever came to be in Keycloak otherwise (demo
	 * users, the console, a sign-up cut short) gets the account then.
	 * @param person the person
	 * @param phone a telephone number
	 * @return the account
	 */
	public Account open(Person person, @Nullable String phone) {
		Account known = this.mongo.findById(person.id(), Account.class);
		if (known != null) {
			return known.describes(person) ? known : correct(known, person);
		}
		Instant now = now();
		Account opened = new Account(person.id(), person.email(), person.fullName(), person.username(), phone,
				Account.DEFAULT_LANGUAGE, false, now, now,
				List.of(this.events.of(UserRegistered.TYPE, person.id(), new UserRegistered(person.id(), now))));
		try {
			this.mongo.insert(opened);
		}
		catch (DuplicateKeyException ex) {
			return open(person, phone);
		}
		this.relay.publishSoon(COLLECTION, opened.id());
		return opened;
	}

	/**
	 * Counts blocked accounts.
	 * @return how many
	 */
	public long countBlocked() {
		return this.mongo.count(query(where("blocked").is(true)), Account.class);
	}

	@Nullable Account find(String id) {
		return this.mongo.findById(id, Account.class);
	}

	private Account correct(Account known, Person person) {
		Update update = new Update().set("email", person.email())
			.set("fullName", person.fullName())
			.set("username", person.username())
			.set("updatedAt", now());
		Account corrected = this.mongo.findAndModify(query(where("_id").is(person.id())), update,
				FindAndModifyOptions.options().returnNew(true), Account.class);
		return (corrected != null) ? corrected : known;
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
