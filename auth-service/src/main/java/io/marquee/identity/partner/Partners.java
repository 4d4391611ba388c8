package io.marquee.identity.partner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import io.marquee.identity.account.TokensRevoked;
import io.marquee.platform.events.OutboxEntries;
import io.marquee.platform.events.OutboxRelay;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.FieldProblem;
import io.marquee.platform.web.PageView;
import io.marquee.platform.web.Paging;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Repository;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

/**
 * The partners. A decision is one update, together with the news for whoever checks
 * tokens and the note that Keycloak is to follow.
 */
@Repository
class Partners {

	/** Longer than all time-outs of one attempt together. */
	private static final Duration LEASE = Duration.ofSeconds(60);

	private final MongoOperations mongo;

	private final OutboxEntries events;

	private final OutboxRelay relay;

	private final Clock clock;

	Partners(MongoOperations mongo, OutboxEntries events, OutboxRelay relay, Clock clock) {
		this.mongo = mongo;
		this.events = events;
		this.relay = relay;
		this.clock = clock;
	}

	/**
	 * Writes down that a partner is about to be made.
	 * @throws ApiException 409 if the name is taken
	 */
	Partner begin(PartnerDetails details) {
		String id = UUID.randomUUID().toString();
		Instant now = now();
		return unlessTaken(() -> this.mongo.insert(new Partner(id, "partner-" + id, details.name(),
				uniqueNameOf(details), details.scopes(), details.requestsPerMinute(), Partner.State.CREATING,
				UUID.randomUUID().toString(), now.plus(LEASE), now, now, List.of())));
	}

	/**
	 * Says that the client stands.
	 * @return nothing if it took so long that it was given up
	 */
	Optional<Partner> complete(Partner partner) {
		return modify(query(where("_id").is(partner.id()).and("state").is(Partner.State.CREATING)),
				new Update().set("state", Partner.State.ACTIVE).unset("dueAt"));
	}

	/**
	 * Changes what a partner may do; tokens issued before are refused.
	 * @return nothing if there is no such partner
	 * @throws ApiException 409 if the name is taken
	 */
	Optional<Partner> change(Partner known, PartnerDetails details) {
		Instant now = now();
		Update update = pending(now).set("name", details.name())
			.set("uniqueName", uniqueNameOf(details))
			.set("scopes", details.scopes())
			.set("requestsPerMinute", details.requestsPerMinute());
		return unlessTaken(() -> modify(active(known.id()).addCriteria(where("change").is(known.change())),
				with(update, TokensRevoked.ofClientBefore(known.clientId(), now))));
	}

	/**
	 * Makes the tokens worthless that were had with the secret before.
	 */
	Optional<Partner> rotated(Partner partner) {
		Instant now = now();
		return modify(active(partner.id()),
				with(new Update().set("updatedAt", now), TokensRevoked.ofClientBefore(partner.clientId(), now)));
	}

	/**
	 * Ends a partnership.
	 * @return nothing if there is no such partner
	 */
	Optional<Partner> revoke(Partner partner) {
		Instant now = now();
		return modify(active(partner.id()), with(ending(now), TokensRevoked.ofClient(partner.clientId(), now)));
	}

	/**
	 * Gives up a partner whose client could not be made.
	 */
	Optional<Partner> giveUp(Partner partner) {
		return modify(query(where("_id").is(partner.id()).and("state").is(Partner.State.CREATING)), ending(now()));
	}

	/**
	 * Takes a partner whose client is not yet as it should be, for one more attempt. One
	 * that was left half made is given up by that: nobody has its secret.
	 */
	Optional<Partner> takeDue() {
		Instant now = now();
		Optional<Partner> given = modify(query(where("dueAt").lte(now).and("state").is(Partner.State.CREATING)),
				ending(now));
		return given.isPresent() ? given
				: modify(query(where("dueAt").lte(now)), new Update().set("dueAt", now.plus(LEASE)));
	}

	/**
	 * Notes that the client is as it should be, unless there is news since.
	 */
	void done(Partner partner) {
		this.mongo.updateFirst(query(where("_id").is(partner.id()).and("change").is(partner.change())),
				new Update().unset("dueAt"), Partner.class);
	}

	Optional<Partner> find(String id) {
		return Optional.ofNullable(this.mongo.findOne(active(id), Partner.class));
	}

	PageView<Partner> list(Paging paging) {
		Query wanted = query(where("state").is(Partner.State.ACTIVE));
		long total = this.mongo.count(wanted, Partner.class);
		return PageView.of(this.mongo.find(
				wanted.with(paging.sort().and(Sort.by("_id"))).skip(paging.skip()).limit(paging.limit()),
				Partner.class), paging, total);
	}

	private Update with(Update update, TokensRevoked news) {
		return update.push("outbox", this.events.of(TokensRevoked.TYPE, news.key(), news));
	}

	private Optional<Partner> modify(Query query, Update update) {
		Partner modified = this.mongo.findAndModify(query, update, FindAndModifyOptions.options().returnNew(true),
				Partner.class);
		if (modified != null && !modified.outbox().isEmpty()) {
			this.relay.publishSoon(Partner.COLLECTION, modified.id());
		}
		return Optional.ofNullable(modified);
	}

	private static Query active(String id) {
		return query(where("_id").is(id).and("state").is(Partner.State.ACTIVE));
	}

	private static Update ending(Instant now) {
		return pending(now).set("state", Partner.State.REVOKED).unset("uniqueName");
	}

	private static Update pending(Instant now) {
		return new Update().set("change", UUID.randomUUID().toString())
			.set("dueAt", now.plus(LEASE))
			.set("updatedAt", now);
	}

	private static String uniqueNameOf(PartnerDetails details) {
		return details.name().toLowerCase(Locale.ROOT);
	}

	private static <T> T unlessTaken(Supplier<T> write) {
		try {
			return write.get();
		}
		catch (DuplicateKeyException ex) {
			throw new ApiException(HttpStatus.CONFLICT, "PARTNER_NAME_TAKEN", "There is a partner of this name",
					List.of(new FieldProblem("name", "is taken")));
		}
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
