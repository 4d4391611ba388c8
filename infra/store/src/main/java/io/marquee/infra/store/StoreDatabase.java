package io.marquee.infra.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.FailedToParseException;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/** A database over a {@link Storage}. */
final class StoreDatabase extends AbstractSynchronizedMongoDatabase<Long> {

	private static final String SYSTEM = "system.";

	private final Storage storage;

	private final List<StoreCollection> opened = new ArrayList<>();

	private boolean opening = true;

	StoreDatabase(String name, CursorRegistry cursors, Storage storage) {
		super(name, cursors);
		this.storage = storage;
		initializeNamespacesAndIndexes();
		this.opening = false;
		this.opened.forEach(this::completeOpening);
		this.opened.clear();
	}

	private void completeOpening(StoreCollection collection) {
		// A crash can come between a new collection and its first index.
		if (collection.getNumIndexes() == 0) {
			addIndex(new Document("v", 2).append("key", new Document("_id", 1))
				.append("name", StoreCollection.PRIMARY_KEY)
				.append("ns", collection.getFullName()));
		}
		collection.buildIndexes();
	}

	@Override
	public Document handleCommand(Channel channel, String command, Document query, DatabaseResolver databaseResolver,
			Oplog oplog) {
		Unsupported.refuse(command, query);
		return switch (command.toLowerCase(Locale.ROOT)) {
			case "explain" -> explain((Document) required(query, command));
			case "aggregate" -> aggregate(channel, command, query, databaseResolver, oplog);
			case "dropindexes" -> dropIndexes(required(query, command).toString(), query.get("index"));
			case "listcollections" -> listCollections(channel, command, query, databaseResolver, oplog);
			case "insert" -> insert(super.handleCommand(channel, command, query, databaseResolver, oplog), query);
			default -> super.handleCommand(channel, command, query, databaseResolver, oplog);
		};
	}

	private Document explain(Document command) {
		String verb = command.keySet().iterator().next();
		Document filter = (Document) command.getOrDefault(verb.equals("find") ? "filter" : "query", new Document());
		StoreCollection collection = collection(required(command, verb).toString());
		if (collection == null) {
			return new Document("queryPlanner", new Document("winningPlan", new Document("stage", "EOF"))).append("ok",
					1.0);
		}
		return collection.explain(filter, (Document) command.get("sort"), number(command, "skip"),
				number(command, "limit"));
	}

	private static Object required(Document command, String field) {
		Object value = command.get(field);
		if (value == null) {
			throw new FailedToParseException("The field '" + field + "' is missing");
		}
		return value;
	}

	private static int number(Document command, String name) {
		return (command.get(name) instanceof Number number) ? number.intValue() : 0;
	}

	private Document aggregate(Channel channel, String command, Document query, DatabaseResolver databaseResolver,
			Oplog oplog) {
		StoreCollection collection = collection(required(query, command).toString());
		Document answer = (collection != null) ? Aggregations.run(query, collection, this, databaseResolver, oplog)
				: null;
		return (answer != null) ? answer : super.handleCommand(channel, command, query, databaseResolver, oplog);
	}

	/** The inherited command looks at the indexes of all collections. */
	private synchronized Document dropIndexes(String collectionName, @Nullable Object wanted) {
		StoreCollection collection = collection(collectionName);
		if (collection != null) {
			List<Index<Long>> dropped = collection.getIndexes()
				.stream()
				.filter((index) -> isMeant(index, wanted))
				.toList();
			if (dropped.isEmpty() && !Objects.equals(wanted, "*")) {
				throw new IndexNotFoundException("index not found with name [" + wanted + "]");
			}
			dropped.forEach((index) -> {
				dropIndex(collection, index.getName());
				getOrCreateIndexesCollection()
					.deleteDocuments(new Document("ns", collection.getFullName()).append("name", index.getName()), 0);
			});
		}
		return new Document("ok", 1.0);
	}

	private static boolean isMeant(Index<Long> index, @Nullable Object wanted) {
		if (wanted instanceof List<?> names) {
			return names.contains(index.getName());
		}
		if (wanted instanceof Document key) {
			List<String> paths = index.getKeys().stream().map(IndexKey::getKey).toList();
			return paths.equals(List.copyOf(key.keySet()));
		}
		return Objects.equals(wanted, index.getName())
				|| (Objects.equals(wanted, "*") && !index.getName().equals(StoreCollection.PRIMARY_KEY));
	}

	/** The inherited command forgets the filter. */
	private Document listCollections(Channel channel, String command, Document query, DatabaseResolver databaseResolver,
			Oplog oplog) {
		Document answer = super.handleCommand(channel, command, query, databaseResolver, oplog);
		if (query.get("filter") instanceof Document filter && answer.get("cursor") instanceof Document cursor
				&& cursor.get("firstBatch") instanceof List<?> all) {
			cursor.put("firstBatch",
					all.stream().filter((one) -> new DefaultQueryMatcher().matches((Document) one, filter)).toList());
		}
		return answer;
	}

	/** The inherited command counts refused documents as inserted. */
	private static Document insert(Document answer, Document query) {
		if (answer.get("writeErrors") instanceof List<?> errors && query.get("documents") instanceof List<?> all) {
			boolean ordered = !Boolean.FALSE.equals(query.get("ordered"));
			Object stoppedAt = ((Document) errors.getFirst()).get("index");
			answer.put("n", ordered ? stoppedAt : all.size() - errors.size());
		}
		return answer;
	}

	private @Nullable StoreCollection collection(String name) {
		return (StoreCollection) resolveCollection(name, false);
	}

	@Override
	protected MongoCollection<Long> openOrCreateCollection(String name, CollectionOptions options) {
		Records records = this.storage.open(getFullCollectionNamespace(name));
		StoreCollection collection = new StoreCollection(this, name, options, this.cursorRegistry, records);
		if (this.opening && !name.startsWith(SYSTEM)) {
			collection.delayIndexes();
			this.opened.add(collection);
		}
		return collection;
	}

	@Override
	protected Index<Long> openOrCreateUniqueIndex(String collectionName, String indexName, List<IndexKey> keys,
			boolean sparse) {
		return new SortedIndex(indexName, keys, true, sparse);
	}

	@Override
	protected Index<Long> openOrCreateSecondaryIndex(String collectionName, String indexName, List<IndexKey> keys,
			boolean sparse) {
		return new SortedIndex(indexName, keys, false, sparse);
	}

	@Override
	public void dropCollection(String collectionName, Oplog oplog) {
		super.dropCollection(collectionName, oplog);
		if (!collectionName.startsWith(SYSTEM)) {
			this.storage.remove(getFullCollectionNamespace(collectionName));
		}
	}

	@Override
	public void drop(Oplog oplog) {
		super.drop(oplog);
		this.storage.names()
			.stream()
			.filter((name) -> name.startsWith(getDatabaseName() + "."))
			.forEach(this.storage::remove);
	}

	@Override
	public void moveCollection(MongoDatabase oldDatabase, MongoCollection<?> collection, String newCollectionName) {
		String oldName = collection.getFullName();
		getOrCreateIndexesCollection();
		super.moveCollection(oldDatabase, collection, newCollectionName);
		this.storage.rename(oldName, collection.getFullName());
	}

	@Override
	protected long getFileSize() {
		return this.storage.size();
	}

	@Override
	protected long getStorageSize() {
		return this.storage.size();
	}

}
