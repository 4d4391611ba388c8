package io.marquee.identity.administration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.marquee.identity.account.Account;
import io.marquee.identity.account.Accounts;
import io.marquee.identity.account.TokensRevoked;
import io.marquee.platform.events.OutboxEntries;
import io.marquee.platform.events.OutboxEntry;
import io.marquee.platform.events.OutboxRelay;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

/**
 * What admins decide about accounts. One update of the account carries the decision, the
 * news for whoever checks tokens, and the note that Keycloak is to follow.
 */
@Repository
class Decisions {

	/**
	 * Longer than all time-outs of following together, and shorter than a token lives.
	 */
	static final Duration LEASE = Duration.ofSeconds(60);

	private final MongoOperations mongo;

	private final OutboxEntries events;

	private final OutboxRelay relay;

	private final Clock clock;

	Decisions(MongoOperations mongo, OutboxEntries events, OutboxRelay relay, Clock clock) {
		this.mongo = mongo;
		this.events = events;
		this.relay = relay;
		this.clock = clock;
	}

	/**
	 * Blocks an account.
	 * @return the account; nothing if it is blocked already
	 */
	Optional<Account> block(String id, String reason, String by) {
		Instant now = now();
		return decide(query(where("_id").is(id).and("blocked").is(false)),
				pending(now).set("blocked", true)
					.set("block", new Account.Block(reason, by, now))
					.set("pending.endSessions", true),
				TokensRevoked.ofBlocked(id, now));
	}

	/**
	 * Unblocks an account. What was issued before stays worthless.
	 * @return the account; nothing if it is not blocked
	 */
	Optional<Account> unblock(String id) {
		Instant now = now();
		return decide(query(where("_id").is(id).and("blocked").is(true)),
				new Update().set("blocked", false).unset("block").set("updatedAt", now), TokensRevoked.ofUser(id, now));
	}

	/**
	 * Gives an account roles. Tokens with more are refused from now on, those included
	 * that Keycloak goes on issuing until it follows.
	 * @return the account
	 */
	Optional<Account> giveRoles(String id, List<String> roles) {
		Instant now = now();
		return decide(query(Accounts.open(id)), pending(now).set("roles", roles).set("pending.roles", roles),
				TokensRevoked.ofRoles(id, roles, now));
	}

	/**
	 * Takes an account that Keycloak has not followed in time, for one more attempt.
	 * Which roles it has is said again: that may be all that keeps tokens with more of
	 * them out, and is forgotten when a token's lifetime has passed.
	 * @return the account
	 */
	Optional<Account> takeDue() {
		Instant now = now();
		Account due = this.mongo.findAndModify(query(where("pending.dueAt").lte(now)),
				new Update().set("pending.dueAt", now.plus(LEASE)), FindAndModifyOptions.options().returnNew(true),
				Account.class);
		if (due != null) {
			sayRolesAgain(due, due.pending(), new Update());
		}
		return Optional.ofNullable(due);
	}

	/**
	 * Notes that Keycloak has followed, unless there is news since.
	 */
	void followed(Account account, Account.Pending done) {
		sayRolesAgain(account, done, new Update().unset("pending"));
	}

	private void sayRolesAgain(Account account, Account.@Nullable Pending pending, Update update) {
		if (pending == null) {
			return;
		}
		List<String> roles = pending.roles();
		if (roles != null) {
			update.set("roles", roles).push("outbox", entry(TokensRevoked.ofRoles(account.id(), roles, now())));
		}
		if (!update.getUpdateObject().isEmpty()) {
			this.mongo.updateFirst(query(where("_id").is(account.id()).and("pending.change").is(pending.change())),
					update, Account.class);
			this.relay.publishSoon(Account.COLLECTION, account.id());
		}
	}

	private Optional<Account> decide(Query query, Update update, TokensRevoked news) {
		Account decided = this.mongo.findAndModify(query, update.push("outbox", entry(news)),
				FindAndModifyOptions.options().returnNew(true), Account.class);
		if (decided != null) {
			this.relay.publishSoon(Account.COLLECTION, decided.id());
		}
		return Optional.ofNullable(decided);
	}

	private static Update pending(Instant now) {
		return new Update().set("pending.change", UUID.randomUUID().toString())
			.set("pending.dueAt", now.plus(LEASE))
			.set("updatedAt", now);
	}

	private OutboxEntry entry(TokensRevoked news) {
		return this.events.of(TokensRevoked.TYPE, news.key(), news);
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
