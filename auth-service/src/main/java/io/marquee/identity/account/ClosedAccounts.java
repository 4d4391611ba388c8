package io.marquee.identity.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.marquee.identity.EmailAddress;
import io.marquee.platform.events.OutboxEntries;
import io.marquee.platform.events.OutboxEntry;
import io.marquee.platform.events.OutboxRelay;
import io.marquee.platform.mongo.CollectionIndexes;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

/**
 * What is left of accounts that were closed: a document under the same id, so that no
 * late token opens the account anew.
 */
@Repository
class ClosedAccounts {

	/** What stays of an account's document; the rest goes, whatever feature wrote it. */
	private static final Set<String> KEPT = Set.of("_id", "outbox", "closedAt", "erasing");

	/** No token lives as long, by far. */
	private static final Duration REMEMBERED = Duration.ofDays(1);

	private final MongoOperations mongo;

	private final OutboxEntries events;

	private final OutboxRelay relay;

	private final Clock clock;

	ClosedAccounts(MongoOperations mongo, OutboxEntries events, OutboxRelay relay, Clock clock) {
		this.mongo = mongo;
		this.events = events;
		this.relay = relay;
		this.clock = clock;
	}

	/**
	 * Closes an account. In one write the account's data goes, its owner's tokens are
	 * worthless, the other services are told, and what is still to be erased is noted.
	 * @param account the account; closed already, nothing changes
	 */
	void close(Account account) {
		Document known = this.mongo.findById(account.id(), Document.class, Account.COLLECTION);
		if (known == null) {
			return;
		}
		Instant now = now();
		OutboxEntry revoked = this.events.of(TokensRevoked.TYPE, "user:" + account.id(),
				TokensRevoked.ofBlocked(account.id(), now));
		OutboxEntry deleted = this.events.of(UserDeleted.TYPE, account.id(), new UserDeleted(account.id(), now));
		Update closed = forgetting(known).set("closedAt", now)
			.set("erasing", new Document("email", account.email()).append("dueAt", now))
			.push("outbox")
			.each(revoked, deleted);
		this.mongo.updateFirst(query(Accounts.open(account.id())), closed, Account.class);
		this.relay.publishSoon(Account.COLLECTION, account.id());
	}

	boolean contains(String id) {
		return this.mongo.exists(query(where("_id").is(id).and("closedAt").gt(Instant.EPOCH)), Account.COLLECTION);
	}

	/**
	 * Takes one that is still to be erased.
	 * @param id which
	 * @param lease for how long nobody else takes it
	 * @return about whom, or nothing if it is taken or erased
	 */
	Optional<DataSubject> take(String id, Duration lease) {
		return take(query(where("_id").is(id).and("erasing.dueAt").lte(now())), lease);
	}

	/**
	 * Takes the one that has waited longest.
	 * @param lease for how long nobody else takes it
	 * @return about whom, or nothing if nobody waits
	 */
	Optional<DataSubject> takeNext(Duration lease) {
		return take(query(where("erasing.dueAt").lte(now())).with(Sort.by("erasing.dueAt")), lease);
	}

	private Optional<DataSubject> take(Query due, Duration lease) {
		return Optional
			.ofNullable(this.mongo.findAndModify(due, new Update().set("erasing.dueAt", now().plus(lease)),
					FindAndModifyOptions.options().returnNew(true), ClosedAccount.class, Account.COLLECTION))
			.map(ClosedAccount::subject);
	}

	/**
	 * All is erased. Whatever a request that began before the end wrote goes as well.
	 * @param id whose
	 */
	void erased(String id) {
		Document known = this.mongo.findById(id, Document.class, Account.COLLECTION);
		if (known != null) {
			this.mongo.updateFirst(query(where("_id").is(id)), forgetting(known).unset("erasing"), Account.COLLECTION);
		}
	}

	/** Forgets those that no token can be about any more. */
	void forget() {
		this.mongo.remove(query(where("closedAt").lt(now().minus(REMEMBERED))
			.andOperator(where("erasing").exists(false), where("outbox").size(0))), Account.COLLECTION);
	}

	private static Update forgetting(Document account) {
		Update update = new Update();
		account.keySet().stream().filter((field) -> !KEPT.contains(field)).forEach(update::unset);
		return update;
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	/**
	 * An account that was closed.
	 *
	 * @param id the account's id
	 * @param closedAt when
	 * @param erasing what is still to be erased; absent when all is
	 */
	private record ClosedAccount(@Id String id, Instant closedAt, @Nullable Erasing erasing) {

		DataSubject subject() {
			String email = (this.erasing != null) ? this.erasing.email() : null;
			return new DataSubject(this.id, (email != null) ? new EmailAddress(email) : null);
		}

	}

	/**
	 * What it takes to erase the rest.
	 *
	 * @param email the address, for what is kept under it
	 * @param dueAt when to go on; in the future also while somebody does
	 */
	private record Erasing(@Nullable String email, Instant dueAt) {

	}

	/** How they lie in the store. */
	@Configuration(proxyBeanMethods = false)
	static class Storage {

		@Bean
		CollectionIndexes closedAccountIndexes() {
			return CollectionIndexes.of(Account.COLLECTION,
					new Index("erasing.dueAt", Sort.Direction.ASC).named("erasing").sparse(),
					new Index("closedAt", Sort.Direction.ASC).named("closed").sparse());
		}

	}

}
