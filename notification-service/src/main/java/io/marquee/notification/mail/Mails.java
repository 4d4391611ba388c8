package io.marquee.notification.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.marquee.platform.mongo.CollectionIndexes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * The stored mails. A mail is taken under a lease, so that of many replicas one sends it,
 * and only who holds the lease may say how it went.
 */
@Repository
class Mails {

	private final MongoTemplate mongo;

	private final MailSettings settings;

	private final Clock clock;

	Mails(MongoTemplate mongo, MailSettings settings, Clock clock) {
		this.mongo = mongo;
		this.settings = settings;
		this.clock = clock;
	}

	void add(String eventId, String userId, MailContent content, Map<String, String> trace) {
		Instant now = this.clock.instant();
		try {
			this.mongo
				.insert(new Mail(eventId, userId, content, Mail.Status.WAITING, 0, now, null, null, trace, now, now));
		}
		catch (DuplicateKeyException ex) {
			// The event came twice; its mail is waiting or long gone.
		}
	}

	/** Takes the mail that has waited longest, for one lease. */
	Optional<Mail> take() {
		Instant now = this.clock.instant();
		Query due = Query.query(Criteria.where("status").is(Mail.Status.WAITING).and("nextAttemptAt").lte(now))
			.with(Sort.by("nextAttemptAt"));
		Update lease = new Update().set("lease", UUID.randomUUID().toString())
			.set("nextAttemptAt", now.plus(this.settings.lease()))
			.set("updatedAt", now)
			.inc("attempts", 1);
		return Optional.ofNullable(
				this.mongo.findAndModify(due, lease, FindAndModifyOptions.options().returnNew(true), Mail.class));
	}

	void sent(Mail mail) {
		settle(mail, new Update().set("status", Mail.Status.SENT).unset("problem"));
	}

	void later(Mail mail, String problem) {
		settle(mail,
				new Update().set("nextAttemptAt", this.clock.instant().plus(this.settings.backOff(mail.attempts())))
					.set("problem", problem));
	}

	void givenUp(Mail mail, String problem) {
		settle(mail, new Update().set("status", Mail.Status.GIVEN_UP).set("problem", problem));
	}

	void remove(String userId) {
		this.mongo.remove(Query.query(Criteria.where("userId").is(userId)), Mail.class);
	}

	List<Mail> find(Collection<String> ids) {
		return this.mongo.find(Query.query(Criteria.where("_id").in(ids)), Mail.class);
	}

	private void settle(Mail mail, Update outcome) {
		Query held = Query.query(Criteria.where("_id").is(mail.id()).and("lease").is(mail.lease()));
		this.mongo.updateFirst(held, outcome.set("updatedAt", this.clock.instant()).unset("lease"), Mail.class);
	}

	@Configuration(proxyBeanMethods = false)
	static class Indexes {

		@Bean
		CollectionIndexes mailCollectionIndexes() {
			return CollectionIndexes.of("mails",
					new Index("status", Sort.Direction.ASC).on("nextAttemptAt", Sort.Direction.ASC),
					new Index("userId", Sort.Direction.ASC));
		}

	}

}
