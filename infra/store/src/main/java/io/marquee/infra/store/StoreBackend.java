package io.marquee.infra.store;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;

/** All databases of a store, and the commands that are about none in particular. */
final class StoreBackend extends AbstractMongoBackend {

	private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findandmodify", "aggregate",
			"create", "createindexes", "drop", "dropindexes", "dropdatabase", "renamecollection");

	private final Storage storage;

	StoreBackend(Storage storage) {
		this.storage = storage;
		storage.names()
			.stream()
			.map((name) -> name.substring(0, name.indexOf('.')))
			.distinct()
			.forEach(this::resolveDatabase);
	}

	@Override
	protected MongoDatabase openOrCreateDatabase(String databaseName) {
		return new StoreDatabase(databaseName, getCursorRegistry(), this.storage);
	}

	@Override
	public Document handleCommand(Channel channel, String databaseName, String command, Document query) {
		String verb = command.toLowerCase(Locale.ROOT);
		if (verb.equals("hello")) {
			Document answer = super.handleCommand(channel, databaseName, "isMaster", query);
			return answer.append("isWritablePrimary", true);
		}
		if (verb.equals("listdatabases")) {
			return listDatabases();
		}
		try {
			return super.handleCommand(channel, databaseName, command, query);
		}
		finally {
			// Also after an error: some of the documents may have been written.
			if (WRITES.contains(verb)) {
				this.storage.commit();
			}
		}
	}

	/** The inherited command opens every database once more. */
	private Document listDatabases() {
		List<Document> databases = listDatabaseNames().stream()
			.sorted()
			.map((name) -> new Document("name", name).append("empty", resolveDatabase(name).isEmpty()))
			.toList();
		return new Document("databases", databases).append("totalSize", this.storage.size()).append("ok", 1.0);
	}

	@Override
	public void close() {
		super.close();
		this.storage.close();
	}

}
