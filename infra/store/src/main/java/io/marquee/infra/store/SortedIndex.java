package io.marquee.infra.store;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import org.jspecify.annotations.Nullable;

/**
 * An index, unique or not, held in memory in the order of its keys. It is rebuilt from
 * the documents when a store is opened, so that it can never disagree with them after a
 * crash. Guarded by the monitor of its collection.
 */
class SortedIndex extends Index<Long> {

	private final NavigableSet<IndexEntry> entries = new TreeSet<>();

	private final IndexKeys extraction;

	private final boolean unique;

	private boolean multikey;

	private boolean sortable = true;

	SortedIndex(String name, List<IndexKey> keys, boolean unique, boolean sparse) {
		super(name, keys, sparse);
		this.unique = unique;
		this.extraction = new IndexKeys(paths());
	}

	final List<String> paths() {
		return keys();
	}

	boolean leavesOutDocuments() {
		return isSparse();
	}

	/** Whether an array was ever met, so that one document may stand under many keys. */
	boolean isMultikey() {
		return this.multikey;
	}

	/** Whether the order of the entries is the order in which a query sorts. */
	boolean isSortable() {
		return this.sortable && !this.multikey;
	}

	NavigableSet<IndexEntry> between(IndexEntry from, IndexEntry to) {
		return this.entries.subSet(from, true, to, true);
	}

	@Override
	public void checkAdd(Document document, MongoCollection<Long> collection) {
		refuseDuplicates(entriesOf(document, 0), new TreeMap<>(), collection);
	}

	@Override
	public void add(Document document, Long position, MongoCollection<Long> collection) {
		SequencedMap<IndexEntry, List<@Nullable Object>> added = entriesOf(document, position);
		refuseDuplicates(added, new TreeMap<>(), collection);
		this.entries.addAll(added.sequencedKeySet());
	}

	@Override
	public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Long> collection) {
		refuseDuplicates(entriesOf(newDocument, 0), entriesOf(oldDocument, 0), collection);
	}

	@Override
	public void updateInPlace(Document oldDocument, Document newDocument, Long position,
			MongoCollection<Long> collection) {
		SequencedMap<IndexEntry, List<@Nullable Object>> before = entriesOf(oldDocument, position);
		SequencedMap<IndexEntry, List<@Nullable Object>> after = entriesOf(newDocument, position);
		before.keySet().stream().filter((entry) -> !after.containsKey(entry)).forEach(this.entries::remove);
		this.entries.addAll(after.keySet());
	}

	void remove(Document document, long position) {
		this.entries.removeAll(new ArrayList<>(entriesOf(document, position).keySet()));
	}

	@Override
	public @Nullable Long remove(Document document) {
		throw new UnsupportedOperationException("A collection removes a document by its position");
	}

	private void refuseDuplicates(SequencedMap<IndexEntry, List<@Nullable Object>> added,
			SequencedMap<IndexEntry, List<@Nullable Object>> own, MongoCollection<Long> collection) {
		if (!this.unique) {
			return;
		}
		added.forEach((entry, key) -> {
			if (!own.containsKey(entry) && positionOf(key) != null) {
				List<@Nullable Object> shown = new ArrayList<>();
				key.forEach((value) -> shown.add((value == KeyOrder.EMPTY_ARRAY) ? Missing.getInstance() : value));
				throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(shown));
			}
		});
	}

	private SequencedMap<IndexEntry, List<@Nullable Object>> entriesOf(Document document, long position) {
		SequencedMap<IndexEntry, List<@Nullable Object>> found = new TreeMap<>();
		IndexKeys.Extracted extracted = this.extraction.of(document);
		if (!isSparse() || !extracted.nothingThere()) {
			this.multikey |= extracted.multikey();
			for (List<@Nullable Object> key : extracted.keys()) {
				found.putIfAbsent(new IndexEntry(key, position), key);
				this.sortable &= key.stream().allMatch(QueryBounds::sortsAsIndexed);
			}
		}
		return found;
	}

	/** The document under exactly this key, or one of them. */
	@Nullable Long positionOf(List<? extends @Nullable Object> key) {
		IndexEntry entry = this.entries.ceiling(IndexEntry.first(key));
		return (entry != null && entry.hasSameKeyAs(IndexEntry.first(key), key.size())) ? entry.position() : null;
	}

	@Override
	public @Nullable Long getPosition(Document document) {
		// Only the primary key tells for sure which document it is.
		return getName().equals(StoreCollection.PRIMARY_KEY)
				? positionOf(this.extraction.of(document).keys().getFirst()) : null;
	}

	@Override
	public boolean canHandle(Document query) {
		return false;
	}

	@Override
	public Iterable<Long> getPositions(Document query) {
		throw new UnsupportedOperationException("Queries are planned by the collection");
	}

	@Override
	public boolean hasSameOptions(Index<?> other) {
		return super.hasSameOptions(other) && this.unique == other.isUnique()
				&& Objects.equals(toIndexDescription().get("key"), other.toIndexDescription().get("key"));
	}

	@Override
	public boolean isUnique() {
		return this.unique;
	}

	@Override
	public long getCount() {
		return this.entries.size();
	}

	@Override
	public long getDataSize() {
		return getCount();
	}

	@Override
	public void drop() {
		this.entries.clear();
	}

}
