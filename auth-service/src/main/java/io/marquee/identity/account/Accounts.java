package io.marquee.identity.account;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.marquee.platform.events.OutboxEntries;
import io.marquee.platform.events.OutboxRelay;
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
 * The accounts.
 */
@Repository
public class Accounts {

	static final String COLLECTION = Account.COLLECTION;

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
	 * Gives a person of Keycloak's an account here, unless they have one.
	 * @param person the person
	 * @param phone a telephone number
	 * @return the account
	 * @throws io.marquee.platform.web.ApiException 401 if it was closed
	 */
	public Account open(Person person, @Nullable String phone) {
		Account known = find(person.id());
		if (known != null) {
			return known;
		}
		Instant now = now();
		Account opened = Account.opened(person, phone, now,
				this.events.of(UserRegistered.TYPE, person.id(), new UserRegistered(person.id(), now)));
		try {
			this.mongo.insert(opened);
		}
		catch (DuplicateKeyException ex) {
			Account other = find(person.id());
			if (other == null) {
				throw new AccountClosedException();
			}
			return other;
		}
		this.relay.publishSoon(COLLECTION, opened.id());
		return opened;
	}

	/**
	 * Opens the account of somebody who signs in, should they have none (demo users,
	 * people made in Keycloak's console, a sign-up cut short), and puts right what is
	 * copied from Keycloak.
	 * @param person the person, as a token issued just now describes them: an older one
	 * would bring back what has changed since
	 * @return the account
	 */
	public Account signedIn(Person person) {
		Account account = open(person, null);
		return account.describes(person) ? account : correct(person);
	}

	/**
	 * Makes tokens of somebody's worthless. With the return of this method that is on its
	 * way to everybody who checks tokens, whatever happens to this process.
	 * @param userId whose tokens; who has no account here has none
	 * @param revoked which tokens
	 */
	public void revoke(String userId, List<TokensRevoked> revoked) {
		Object[] events = revoked.stream()
			.map((news) -> this.events.of(TokensRevoked.TYPE, news.key(), news))
			.toArray();
		if (events.length > 0) {
			this.mongo.updateFirst(query(where("_id").is(userId)), new Update().push("outbox").each(events),
					Account.class);
			this.relay.publishSoon(COLLECTION, userId);
		}
	}

	/**
	 * Counts blocked accounts.
	 * @return how many
	 */
	public long countBlocked() {
		return this.mongo.count(query(where("blocked").is(true)), Account.class);
	}

	/**
	 * Changes what somebody says of themselves.
	 * @param id whose account
	 * @param changes the fields and their new values; without one a field is cleared
	 * @return the account as it is then
	 * @throws io.marquee.platform.web.ApiException 401 if it was closed
	 */
	public Account change(String id, Map<ProfileField, Optional<String>> changes) {
		Update update = new Update().set("updatedAt", now());
		changes.forEach((field, value) -> update.set(field.key(), value.orElse(field.none())));
		if (!changes.containsKey(ProfileField.FULL_NAME) && !changes.containsKey(ProfileField.USERNAME)) {
			return update(open(id), update).orElseThrow(AccountClosedException::new);
		}
		// Whoever finds an account without terms gives it new ones, should this process
		// not come to it.
		Account changed = update(open(id), update.unset("terms")).orElseThrow(AccountClosedException::new);
		return update(open(id).and("fullName").is(changed.fullName()).and("username").is(changed.username()),
				new Update().set("terms", SearchTerms.of(changed.email(), changed.fullName(), changed.username())))
			.orElse(changed);
	}

	@Nullable Account find(String id) {
		return this.mongo.findOne(query(open(id)), Account.class);
	}

	/**
	 * One account, unless it was closed: what is left of it then is no account.
	 * @param id which
	 * @return what to ask the store for
	 */
	public static Criteria open(String id) {
		return where("_id").is(id).and("closedAt").isNull();
	}

	private Account correct(Person person) {
		Update update = new Update().set("email", person.email())
			.set("fullName", person.fullName())
			.set("username", person.username())
			.set("terms", SearchTerms.of(person))
			.set("updatedAt", now());
		Account corrected = update(open(person.id()), update).orElseThrow(AccountClosedException::new);
		// While a change of roles is under way, Keycloak does not know it yet.
		return update(open(person.id()).and("pending.roles").isNull(), new Update().set("roles", person.roles()))
			.orElse(corrected);
	}

	private Optional<Account> update(Criteria which, Update update) {
		return Optional.ofNullable(this.mongo.findAndModify(query(which), update,
				FindAndModifyOptions.options().returnNew(true), Account.class));
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
