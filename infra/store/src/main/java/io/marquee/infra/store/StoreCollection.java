package io.marquee.infra.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.IndexKeySpecsConflictException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.marquee.infra.store.QueryPlanner.Candidates;
import io.marquee.infra.store.QueryPlanner.Some;
import org.jspecify.annotations.Nullable;

/** A collection whose queries go through its indexes. */
class StoreCollection extends AbstractSynchronizedMongoCollection<Long> {

	static final String PRIMARY_KEY = "_id_";

	private final Records records;

	private @Nullable List<SortedIndex> unbuilt;

	private boolean oneIsEnough;

	StoreCollection(MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors,
			Records records) {
		super(database, name, options, cursors);
		this.records = records;
	}

	Records records() {
		return this.records;
	}

	// Queries

	@Override
	protected QueryResult queryDocuments(Document query, @Nullable Document orderBy, int skip, int limit, int batchSize,
			@Nullable Document projection) {
		int wanted = this.oneIsEnough ? 1 : limit;
		if (orderBy != null && !orderBy.isEmpty()) {
			IndexScan scan = (wanted > 0) ? planner().sorted(query, orderBy) : null;
			if (scan != null) {
				Stream<Document> sorted = firstInOrder(scan, query, orderBy, (long) skip + wanted).stream();
				return matchDocumentsFromStream(sorted, query, orderBy, skip, wanted, batchSize, projection);
			}
			if (orderBy.containsKey("$natural")) {
				return matchDocuments(query, orderBy, skip, wanted, batchSize, projection);
			}
		}
		Candidates candidates = planner().candidates(query);
		return (candidates != null)
				? matchDocuments(query, candidates.positions(), orderBy, skip, wanted, batchSize, projection)
				: matchDocuments(query, orderBy, skip, wanted, batchSize, projection);
	}

	/**
	 * The first documents in the order of an index, in natural order, and with them all
	 * that share the last one's key: the rest of the order decides between those.
	 */
	private List<Document> firstInOrder(IndexScan scan, Document query, Document orderBy, long wanted) {
		boolean forward = ((Number) orderBy.values().iterator().next()).intValue() > 0;
		Iterator<IndexEntry> entries = scan.inOrder(forward);
		TreeMap<Long, Document> found = new TreeMap<>();
		IndexEntry last = null;
		while (entries.hasNext()) {
			IndexEntry entry = entries.next();
			if (found.size() >= wanted && last != null && !scan.isSortedAlike(entry, last)) {
				break;
			}
			Document document = this.records.get(entry.position());
			if (documentMatchesQuery(document, query)) {
				found.put(entry.position(), document);
				last = entry;
			}
		}
		return List.copyOf(found.values());
	}

	@Override
	protected QueryResult matchDocuments(Document query, @Nullable Document orderBy, int skip, int limit, int batchSize,
			@Nullable Document projection) {
		Stream<DocumentWithPosition<Long>> all = this.records.stream();
		if (isNaturalDescending(orderBy)) {
			all = all.sorted(Comparator.comparing((DocumentWithPosition<Long> one) -> one.getPosition()).reversed());
		}
		return matchDocumentsFromStream(all.map(DocumentWithPosition::getDocument), query, orderBy, skip, limit,
				batchSize, projection);
	}

	@Override
	public synchronized int count(@Nullable Document query, int skip, int limit) {
		if (query == null || query.isEmpty()) {
			return super.count(query, skip, limit);
		}
		Some some = (limit > 0) ? planner().some(query) : null;
		if (some != null && some.surely()) {
			return Math.toIntExact(distinct(some.positions()).skip(Math.max(skip, 0)).limit(limit).count());
		}
		Candidates candidates = (some == null) ? planner().candidates(query) : null;
		Iterable<Long> positions = (some != null) ? some.positions()
				: (candidates != null) ? candidates.positions() : null;
		Stream<Document> documents = (positions != null) ? distinct(positions).map(this.records::get)
				: this.records.stream().map(DocumentWithPosition::getDocument);
		Stream<Document> matching = documents.filter((document) -> documentMatchesQuery(document, query))
			.skip(Math.max(skip, 0));
		return Math.toIntExact(((limit > 0) ? matching.limit(limit) : matching).count());
	}

	private static Stream<Long> distinct(Iterable<Long> positions) {
		return StreamSupport.stream(positions.spliterator(), false).distinct();
	}

	/**
	 * How a query is answered and what that costs, in the words of MongoDB's
	 * {@code explain}.
	 */
	synchronized Document explain(Document query, @Nullable Document orderBy, int skip, int limit) {
		long before = this.records.examined();
		int returned = queryDocuments(query, orderBy, skip, limit, 0, null).collectDocuments().size();
		long examined = this.records.examined() - before;
		IndexScan sorted = (orderBy != null && !orderBy.isEmpty() && limit > 0) ? planner().sorted(query, orderBy)
				: null;
		Candidates candidates = (sorted == null) ? planner().candidates(query) : null;
		SortedIndex index = (sorted != null) ? sorted.index() : ((candidates != null) ? candidates.index() : null);
		Document stage = (index != null) ? new Document("stage", "IXSCAN").append("indexName", index.getName())
				: new Document("stage", "COLLSCAN");
		return new Document("queryPlanner", new Document("namespace", getFullName()).append("winningPlan", stage))
			.append("executionStats",
					new Document("executionSuccess", true).append("nReturned", returned)
						.append("totalDocsExamined", examined))
			.append("ok", 1.0);
	}

	private QueryPlanner planner() {
		return new QueryPlanner(sortedIndexes());
	}

	private List<SortedIndex> sortedIndexes() {
		return getIndexes().stream().map(SortedIndex.class::cast).toList();
	}

	// Changes

	@Override
	public synchronized Document updateDocuments(Document selector, Document update, ArrayFilters arrayFilters,
			boolean multi, boolean upsert, Oplog oplog) {
		this.oneIsEnough = !multi;
		try {
			return super.updateDocuments(selector, update, arrayFilters, multi, upsert, oplog);
		}
		finally {
			this.oneIsEnough = false;
		}
	}

	@Override
	public synchronized void removeDocument(Document document) {
		Long position = findDocumentPosition(document);
		if (position != null) {
			sortedIndexes().forEach((index) -> index.remove(document, position));
			removeDocument(position);
		}
	}

	@Override
	protected @Nullable Long findDocumentPosition(Document document) {
		return sortedIndexes().stream()
			.filter((index) -> index.getName().equals(PRIMARY_KEY))
			.findFirst()
			.map((index) -> index.getPosition(document))
			.orElseGet(() -> super.findDocumentPosition(document));
	}

	@Override
	protected Long addDocumentInternal(Document document) {
		return this.records.add(document);
	}

	@Override
	protected void handleUpdate(Long position, Document oldDocument, Document newDocument) {
		this.records.put(position, newDocument);
	}

	@Override
	protected void removeDocument(Long position) {
		this.records.remove(position);
	}

	// Indexes

	/** Until {@link #buildIndexes()}, new indexes stay empty. */
	synchronized void delayIndexes() {
		this.unbuilt = new ArrayList<>();
	}

	/** Builds the indexes added so far in one pass over the documents. */
	synchronized void buildIndexes() {
		List<SortedIndex> waiting = (this.unbuilt != null) ? this.unbuilt : List.of();
		this.unbuilt = null;
		build(waiting);
	}

	private void build(List<SortedIndex> indexes) {
		if (!indexes.isEmpty()) {
			this.records.stream()
				.forEach((record) -> indexes
					.forEach((index) -> index.add(record.getDocument(), record.getPosition(), this)));
		}
	}

	@Override
	public synchronized void addIndex(Index<Long> index) {
		for (Index<Long> existing : getIndexes()) {
			if (existing.getName().equals(index.getName())) {
				if (!existing.hasSameOptions(index)) {
					throw new IndexKeySpecsConflictException(index, existing);
				}
				return;
			}
		}
		if (this.unbuilt != null) {
			this.unbuilt.add((SortedIndex) index);
		}
		else {
			try {
				build(List.of((SortedIndex) index));
			}
			catch (MongoServerError ex) {
				throw new IndexBuildFailedException(ex, this);
			}
		}
		getIndexes().add(index);
	}

	@Override
	public synchronized void dropIndex(String indexName) {
		super.dropIndex(indexName);
	}

	// Storage

	@Override
	protected Document getDocument(Long position) {
		return this.records.get(position);
	}

	@Override
	protected Stream<DocumentWithPosition<Long>> streamAllDocumentsWithPosition() {
		return this.records.stream();
	}

	@Override
	public int count() {
		return this.records.count();
	}

	@Override
	protected boolean tracksDataSize() {
		return false;
	}

	@Override
	protected void updateDataSize(int sizeDelta) {
		throw new UnsupportedOperationException("The size is summed up when somebody asks");
	}

	@Override
	protected int getDataSize() {
		return (int) Math.min(this.records.bytes(), Integer.MAX_VALUE);
	}

}
