package io.marquee.catalog.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.mongodb.MongoBulkWriteException;
import org.bson.Document;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.BulkOperationException;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpStatus;

import io.marquee.platform.events.OutboxEntry;
import io.marquee.platform.events.OutboxRelay;
import io.marquee.platform.web.ApiException;

/**
 * A collection of aggregates. Every write puts its event into the same document.
 *
 * @param <T> the aggregate
 */
public final class Aggregates<T extends Aggregate<T>> {

	private static final String OUTBOX = "outbox";

	private static final int BATCH = 1000;

	private final MongoTemplate mongo;

	private final OutboxRelay relay;

	private final Class<T> type;

	private final Set<String> keptByOthers;

	private final Function<T, OutboxEntry> event;

	private final String[] notInLists;

	private volatile Consumer<Collection<String>> listener = (ids) -> {
	};

	/**
	 * A collection.
	 * @param mongo the database
	 * @param relay what sends the events
	 * @param type the aggregate
	 * @param keptByOthers fields that are updated elsewhere, one by one, and are not
	 * overwritten by a change of the aggregate
	 * @param event the event that tells an aggregate's present state
	 * @param notInLists fields that are not needed in lists
	 */
	public Aggregates(MongoTemplate mongo, OutboxRelay relay, Class<T> type, Set<String> keptByOthers,
			Function<T, OutboxEntry> event, String... notInLists) {
		this.mongo = mongo;
		this.relay = relay;
		this.type = type;
		this.keptByOthers = keptByOthers;
		this.event = event;
		this.notInLists = notInLists.clone();
	}

	/**
	 * Hears of every write of this process, once it is done.
	 * @param told told the ids of what was written
	 */
	public void onWrite(Consumer<Collection<String>> told) {
		this.listener = told;
	}

	/**
	 * Finds one.
	 * @param id its id
	 * @return the aggregate
	 */
	public Optional<T> find(String id) {
		return Optional.ofNullable(this.mongo.findOne(query(Criteria.where("_id").is(id)), this.type));
	}

	/**
	 * Finds all.
	 * @param criteria which
	 * @param sort in which order
	 * @param leaveOut fields that are not needed
	 * @return the aggregates
	 */
	public List<T> all(Criteria criteria, Sort sort, String... leaveOut) {
		return this.mongo.find(query(criteria, leaveOut).with(sort), this.type);
	}

	/**
	 * Finds some, as lists show them.
	 * @param ids which
	 * @return those that there are, in this order
	 */
	public List<T> inOrder(List<String> ids) {
		if (ids.isEmpty()) {
			return List.of();
		}
		Map<String, T> found = new HashMap<>();
		for (T one : all(Criteria.where("_id").in(ids), Sort.unsorted(), this.notInLists)) {
			found.put(one.id(), one);
		}
		return ids.stream().map(found::get).filter(Objects::nonNull).toList();
	}

	/**
	 * Everything in parts, deleted ones included, as lists show it. Each part is a query
	 * of its own, for one over a large collection may take longer than a query may.
	 * @param id the last of the part before; the empty string at first
	 * @return the next, by their ids; none at the end
	 */
	public List<T> after(String id) {
		return this.mongo.find(query(Criteria.where("_id").gt(id), this.notInLists).with(Sort.by("_id")).limit(BATCH),
				this.type);
	}

	/**
	 * Counts.
	 * @param criteria which
	 * @return how many
	 */
	public long count(Criteria criteria) {
		return this.mongo.count(new Query(criteria), this.type);
	}

	/**
	 * Whether there is any.
	 * @param criteria which
	 * @return whether one was found
	 */
	public boolean exists(Criteria criteria) {
		return this.mongo.exists(new Query(criteria), this.type);
	}

	/**
	 * The versions of what changed, deleted ones included.
	 * @param since from then on
	 * @return the versions by id
	 */
	public Map<String, Long> versionsSince(Instant since) {
		Query query = new Query(Criteria.where("updatedAt").gte(since)).cursorBatchSize(BATCH);
		query.fields().include("version");
		Map<String, Long> versions = new HashMap<>();
		try (Stream<Document> changed = this.mongo.stream(query, Document.class,
				this.mongo.getCollectionName(this.type))) {
			changed.forEach((one) -> versions.put(one.getString("_id"), one.get("version", Number.class).longValue()));
		}
		return versions;
	}

	/**
	 * Adds one.
	 * @param aggregate the new aggregate
	 * @throws ApiException 409, {@code EXTERNAL_ID_TAKEN}
	 */
	public void add(T aggregate) {
		unlessNameTaken(() -> this.mongo.insert(withEvent(aggregate)));
		publish(aggregate);
	}

	/**
	 * Adds those that are not there yet, in one go. Their events leave with the relay's
	 * sweeps, bit by bit. What another replica adds at the same moment, or what clashes
	 * with something that is there, is left out.
	 * @param aggregates the aggregates
	 * @return how many were added
	 */
	public int addMissing(Collection<T> aggregates) {
		Query same = new Query(Criteria.where("_id").in(aggregates.stream().map(Aggregate::id).toList()));
		Set<String> there = new HashSet<>(this.mongo.findDistinct(same, "_id", this.type, String.class));
		List<T> missing = aggregates.stream()
			.filter((aggregate) -> !there.contains(aggregate.id()))
			.map(this::withEvent)
			.toList();
		if (missing.isEmpty()) {
			return 0;
		}
		try {
			return this.mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, this.type)
				.insert(missing)
				.execute()
				.getInsertedCount();
		}
		catch (BulkOperationException ex) {
			return ex.getResult().getInsertedCount();
		}
		catch (DuplicateKeyException ex) {
			if (ex.getCause() instanceof MongoBulkWriteException bulk) {
				return bulk.getWriteResult().getInsertedCount();
			}
			throw ex;
		}
		finally {
			this.listener.accept(missing.stream().map(Aggregate::id).toList());
		}
	}

	/**
	 * Stores a changed aggregate, unless somebody else was faster.
	 * @param before as it was read
	 * @param after as it should be, its version one higher
	 * @param dropped fields kept by others that are no longer needed
	 * @return false if the one that was read is outdated
	 * @throws ApiException 409, {@code EXTERNAL_ID_TAKEN}
	 */
	public boolean replace(T before, T after, String... dropped) {
		Query stillTheSame = new Query(Criteria.where("_id").is(before.id()).and("version").is(before.version()));
		Document fields = document(after);
		Update update = new Update();
		fields.forEach(update::set);
		document(before).keySet().stream().filter((name) -> !fields.containsKey(name)).forEach(update::unset);
		Stream.of(dropped).forEach(update::unset);
		update.push(OUTBOX, this.event.apply(after));
		if (unlessNameTaken(() -> this.mongo.updateFirst(stillTheSame, update, this.type)).getMatchedCount() == 0) {
			return false;
		}
		publish(after);
		return true;
	}

	/** An index is told from another by its name, which both stores tell. */
	private static <R> R unlessNameTaken(Supplier<R> write) {
		try {
			return write.get();
		}
		catch (DuplicateKeyException ex) {
			if (String.valueOf(ex.getMessage()).contains("index: external_id ")) {
				throw new ApiException(HttpStatus.CONFLICT, "EXTERNAL_ID_TAKEN",
						"Another has this external id, perhaps one that was deleted; an import brings that one back");
			}
			throw ex;
		}
	}

	private Document document(T aggregate) {
		Document document = new Document();
		this.mongo.getConverter().write(aggregate, document);
		document.keySet().removeAll(Set.of("_id", "_class", OUTBOX));
		document.keySet().removeAll(this.keptByOthers);
		return document;
	}

	private T withEvent(T aggregate) {
		return aggregate.withOutbox(List.of(this.event.apply(aggregate)));
	}

	private void publish(T aggregate) {
		this.listener.accept(List.of(aggregate.id()));
		this.relay.publishSoon(this.mongo.getCollectionName(this.type), aggregate.id());
	}

	private static Query query(Criteria criteria, String... leaveOut) {
		Query query = new Query(criteria);
		query.fields().exclude(OUTBOX).exclude(leaveOut);
		return query;
	}

}
