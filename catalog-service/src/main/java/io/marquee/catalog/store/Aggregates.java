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
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
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
	 * Finds by id.
	 * @param ids the ids
	 * @param leaveOut fields that are not needed
	 * @return those that are there, by id
	 */
	public Map<String, T> all(Collection<String> ids, String... leaveOut) {
		return all(Criteria.where("_id").in(ids), Sort.unsorted(), leaveOut).stream()
			.collect(Collectors.toMap(Aggregate::id, Function.identity()));
	}

	/**
	 * Finds by what things are called elsewhere. One that is called nothing elsewhere
	 * goes by its own id.
	 * @param field where the external id is
	 * @param externalId reads the external id
	 * @param names external ids, or ids
	 * @param leaveOut fields that are not needed
	 * @return those that are there, deleted ones included, by the name they were found by
	 */
	public Map<String, T> named(String field, Function<T, @Nullable String> externalId, Collection<String> names,
			String... leaveOut) {
		Map<String, T> found = new HashMap<>();
		List<String> all = names.stream().distinct().toList();
		for (int from = 0; from < all.size(); from += BATCH) {
			List<String> some = all.subList(from, Math.min(all.size(), from + BATCH));
			for (T one : all(Criteria.where(field).in(some), Sort.unsorted(), leaveOut)) {
				found.put(String.valueOf(externalId.apply(one)), one);
			}
			List<String> others = some.stream().filter((name) -> !found.containsKey(name)).toList();
			for (T one : all(Criteria.where("_id").in(others), Sort.unsorted(), leaveOut)) {
				if (externalId.apply(one) == null) {
					found.put(one.id(), one);
				}
			}
		}
		return found;
	}

	/**
	 * Reads as many as there are, little by little.
	 * @param criteria which
	 * @param leaveOut fields that are not needed
	 * @return the aggregates, to be closed
	 */
	public Stream<T> stream(Criteria criteria, String... leaveOut) {
		return this.mongo.stream(query(criteria, leaveOut).cursorBatchSize(BATCH), this.type);
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
		Map<String, T> found = all(ids, this.notInLists);
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
	 * Whether there is any.
	 * @param criteria which
	 * @return whether one was found
	 */
	public boolean exists(Criteria criteria) {
		return this.mongo.exists(new Query(criteria), this.type);
	}

	/**
	 * The values that a field has anywhere, deleted ones included.
	 * @param field the field's path
	 * @return each value once
	 */
	public List<String> distinct(String field) {
		return this.mongo.findDistinct(new Query(), field, this.type, String.class);
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
	 * Adds one. A request that is repeated after a crash comes with the same id.
	 * @param aggregate the new aggregate
	 * @return what is stored under its id now: itself, or what was added before
	 * @throws ApiException 409, {@code EXTERNAL_ID_TAKEN}
	 */
	public T add(T aggregate) {
		try {
			this.mongo.insert(withEvent(aggregate));
		}
		catch (DuplicateKeyException ex) {
			return find(aggregate.id()).orElseThrow(() -> nameTakenOr(ex));
		}
		publish(List.of(aggregate.id()));
		return aggregate;
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
		List<Change<T>> missing = aggregates.stream()
			.filter((aggregate) -> !there.contains(aggregate.id()))
			.map((aggregate) -> new Change<>(null, aggregate))
			.toList();
		if (missing.isEmpty()) {
			return 0;
		}
		try {
			return missing.size() - new BulkWrite<>(this).insert(missing).size();
		}
		finally {
			this.listener.accept(missing.stream().map((change) -> change.after().id()).toList());
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
		Query stillTheSame = unchanged(before);
		Update update = update(before, after);
		Stream.of(dropped).forEach(update::unset);
		try {
			if (this.mongo.updateFirst(stillTheSame, update, this.type).getMatchedCount() == 0) {
				return false;
			}
		}
		catch (DuplicateKeyException ex) {
			throw nameTakenOr(ex);
		}
		publish(List.of(after.id()));
		return true;
	}

	/**
	 * Writes many, in batches; each as {@link #add} and {@link #replace} do it. What
	 * clashes or is outdated keeps no other from being written.
	 * @param changes the writes, of different aggregates
	 * @return why not, by id, for those that were not written
	 */
	public Map<String, ApiException> writeAll(List<Change<T>> changes) {
		return new BulkWrite<>(this).write(changes);
	}

	static Query unchanged(Aggregate<?> before) {
		return new Query(Criteria.where("_id").is(before.id()).and("version").is(before.version()));
	}

	Update update(T before, T after) {
		Document fields = document(after);
		Update update = new Update();
		fields.forEach(update::set);
		document(before).keySet().stream().filter((name) -> !fields.containsKey(name)).forEach(update::unset);
		return update.push(OUTBOX, this.event.apply(after));
	}

	BulkOperations bulk() {
		return this.mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, this.type);
	}

	/** What a unique index says no to. */
	static ApiException clash(String message) {
		return isOfName(message)
				? new ApiException(HttpStatus.CONFLICT, "EXTERNAL_ID_TAKEN",
						"Another has this external id, perhaps one that was deleted; an import brings that one back")
				: new ApiException(HttpStatus.CONFLICT, "SHOW_OVERLAPS", "The screen is taken meanwhile");
	}

	private static RuntimeException nameTakenOr(DuplicateKeyException other) {
		String message = String.valueOf(other.getMessage());
		return isOfName(message) ? clash(message) : other;
	}

	/** An index is told from another by its name, which both stores tell. */
	private static boolean isOfName(String message) {
		return message.contains("index: external_id ");
	}

	Document document(T aggregate) {
		Document document = new Document();
		this.mongo.getConverter().write(aggregate, document);
		document.keySet().removeAll(Set.of("_id", "_class", OUTBOX));
		document.keySet().removeAll(this.keptByOthers);
		return document;
	}

	T withEvent(T aggregate) {
		return aggregate.withOutbox(List.of(this.event.apply(aggregate)));
	}

	/** Tells of what was written. */
	void publish(List<String> ids) {
		this.listener.accept(ids);
		ids.forEach((id) -> this.relay.publishSoon(this.mongo.getCollectionName(this.type), id));
	}

	private static Query query(Criteria criteria, String... leaveOut) {
		Query query = new Query(criteria);
		query.fields().exclude(OUTBOX).exclude(leaveOut);
		return query;
	}

}
