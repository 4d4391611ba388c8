package io.marquee.infra.store;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what this store would otherwise ignore without a word: a wrong answer that
 * looks right costs more than an error.
 */
final class Unsupported {

	private static final int CANNOT_CREATE_INDEX = 67;

	private static final int NOT_SUPPORTED = 115;

	private static final Set<String> INDEX_OPTIONS = Set.of("v", "key", "name", "ns", "unique", "sparse", "background");

	private static final List<String> COLLECTION_OPTIONS = List.of("validator", "timeseries", "viewOn",
			"expireAfterSeconds", "changeStreamPreAndPostImages", "clusteredIndex");

	private Unsupported() {
	}

	static void refuse(String command, Document query) {
		refuseCollation(query);
		switch (command.toLowerCase(Locale.ROOT)) {
			case "createindexes" -> documents(query, "indexes").forEach(Unsupported::refuseIndex);
			case "create" -> COLLECTION_OPTIONS.stream().filter(query::containsKey).findFirst().ifPresent((option) -> {
				throw notSupported("Collections with '" + option + "'");
			});
			case "update" -> documents(query, "updates").forEach((update) -> {
				refuseCollation(update);
				refusePipeline(update.get("u"));
			});
			case "delete" -> documents(query, "deletes").forEach(Unsupported::refuseCollation);
			case "findandmodify" -> refusePipeline(query.get("update"));
			default -> {
				// Nothing else is ignored.
			}
		}
		if (query.containsKey("startTransaction")) {
			throw notSupported("Transactions");
		}
	}

	private static void refuseIndex(Document index) {
		if (!(index.get("key") instanceof Document key)) {
			throw cannotCreate(index, "an index without keys is");
		}
		for (String option : index.keySet()) {
			if (!INDEX_OPTIONS.contains(option)) {
				throw cannotCreate(index, "the option '" + option + "' is");
			}
		}
		key.forEach((path, kind) -> {
			if (!(kind instanceof Number)) {
				throw cannotCreate(index, "keys of kind '" + kind + "' are");
			}
			if (path.contains("$") || path.isEmpty() || path.startsWith(".") || path.endsWith(".")
					|| path.contains("..")) {
				throw cannotCreate(index, "the path '" + path + "' is");
			}
		});
	}

	private static void refuseCollation(Document command) {
		if (command.get("collation") instanceof Document collation && !collation.isEmpty()
				&& !"simple".equals(collation.get("locale"))) {
			throw notSupported("Collations");
		}
	}

	private static void refusePipeline(@Nullable Object update) {
		if (update instanceof Collection<?>) {
			throw notSupported("Updates by an aggregation pipeline");
		}
	}

	private static List<Document> documents(Document command, String field) {
		return (command.get(field) instanceof Collection<?> all) ? all.stream().map(Document.class::cast).toList()
				: List.of();
	}

	private static MongoServerError cannotCreate(Document index, String reason) {
		return new MongoServerError(CANNOT_CREATE_INDEX, "CannotCreateIndex", "Cannot create index '"
				+ index.get("name") + "': " + reason + " not supported by this stand-in for MongoDB");
	}

	private static MongoServerError notSupported(String what) {
		return new MongoServerError(NOT_SUPPORTED, "CommandNotSupported",
				what + " are not supported by this stand-in for MongoDB");
	}

}
