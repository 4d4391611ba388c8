package io.marquee.notification.inbox;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * All inboxes. Every question names the customer: what is another's is not there.
 */
@Repository
public class Inbox {

	private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "createdAt");

	private final MongoTemplate mongo;

	private final Clock clock;

	Inbox(MongoTemplate mongo, Clock clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	/**
	 * Puts an entry into its inbox, once.
	 * @param entry the entry
	 */
	public void put(InboxEntry entry) {
		try {
			this.mongo.insert(entry);
		}
		catch (DuplicateKeyException ex) {
			// The event came twice; the customer may have read the entry meanwhile.
		}
	}

	/**
	 * A customer's entries, the newest first.
	 * @param userId the customer
	 * @param skip how many to leave out
	 * @param limit how many at most
	 * @return the entries
	 */
	public List<InboxEntry> of(String userId, long skip, int limit) {
		return this.mongo.find(owned(userId).with(NEWEST_FIRST).skip(skip).limit(limit), InboxEntry.class);
	}

	/**
	 * How many entries a customer has.
	 * @param userId the customer
	 * @return the count
	 */
	public long count(String userId) {
		return this.mongo.count(owned(userId), InboxEntry.class);
	}

	/**
	 * How many entries a customer has not read.
	 * @param userId the customer
	 * @return the count
	 */
	public long countUnread(String userId) {
		return this.mongo.count(unread(userId), InboxEntry.class);
	}

	/**
	 * Marks an entry as read.
	 * @param userId the customer
	 * @param id the entry
	 * @return the entry, if it is the customer's
	 */
	public Optional<InboxEntry> markRead(String userId, String id) {
		Query query = Query.query(Criteria.where("_id").is(id).and("userId").is(userId));
		return Optional.ofNullable(this.mongo.findAndModify(query, read(),
				FindAndModifyOptions.options().returnNew(true), InboxEntry.class));
	}

	/**
	 * Marks all of a customer's entries as read.
	 * @param userId the customer
	 * @return how many were unread
	 */
	public long markAllRead(String userId) {
		return this.mongo.updateMulti(unread(userId), read(), InboxEntry.class).getModifiedCount();
	}

	/**
	 * A customer's entries by id, for those who want all of them.
	 * @param userId the customer
	 * @param after only entries after this one; an empty text for the first
	 * @param limit how many at most
	 * @return the entries
	 */
	public List<InboxEntry> after(String userId, String after, int limit) {
		Query query = Query.query(Criteria.where("userId").is(userId).and("_id").gt(after));
		return this.mongo.find(query.with(Sort.by("_id")).limit(limit), InboxEntry.class);
	}

	/**
	 * Removes all of a customer's entries.
	 * @param userId the customer
	 */
	public void remove(String userId) {
		this.mongo.remove(owned(userId), InboxEntry.class);
	}

	private Update read() {
		return new Update().set("read", true).set("updatedAt", this.clock.instant());
	}

	private static Query owned(String userId) {
		return Query.query(Criteria.where("userId").is(userId));
	}

	private static Query unread(String userId) {
		return Query.query(Criteria.where("userId").is(userId).and("read").is(false));
	}

}
