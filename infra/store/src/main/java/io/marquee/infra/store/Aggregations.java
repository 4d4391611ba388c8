package io.marquee.infra.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import org.jspecify.annotations.Nullable;

/**
 * Aggregations that begin with a match, and perhaps a sort and a limit, begin with a
 * query instead of the whole collection. All stages run on its result: repeated, they
 * change nothing.
 */
final class Aggregations {

	private static final Document COUNTING = new Document("_id", 1).append("n", new Document("$sum", 1));

	private Aggregations() {
	}

	/** Runs an aggregation, or returns null when an index would not help it. */
	static @Nullable Document run(Document command, StoreCollection collection, MongoDatabase database,
			DatabaseResolver databases, Oplog oplog) {
		List<Document> pipeline = Aggregation.parse(command.get("pipeline"));
		Document match = stage(pipeline, 0, "$match");
		if (match == null) {
			return null;
		}
		int most = limit(pipeline, 1);
		if (COUNTING.equals(stage(pipeline, pipeline.size() - 1, "$group"))
				&& pipeline.size() == ((most > 0) ? 3 : 2)) {
			int count = collection.count(match, 0, most);
			return answer(collection, (count == 0) ? List.of() : List.of(new Document("_id", 1).append("n", count)));
		}
		Document sort = stage(pipeline, 1, "$sort");
		int limit = (sort != null) ? limit(pipeline, 2) : 0;
		Document query = new Document("$query", match).append("$orderby", sort);
		MongoCollection<?> narrowed = narrowed(collection, new QueryParameters(query, 0, limit));
		Aggregation aggregation = Aggregation.fromPipeline(pipeline, databases, database, narrowed, oplog);
		aggregation.validate(command);
		return answer(collection, aggregation.computeResult());
	}

	private static @Nullable Document stage(List<Document> pipeline, int number, String name) {
		return (pipeline.size() > number && pipeline.get(number).get(name) instanceof Document stage) ? stage : null;
	}

	private static int limit(List<Document> pipeline, int number) {
		return (pipeline.size() > number && pipeline.get(number).get("$limit") instanceof Number limit)
				? limit.intValue() : 0;
	}

	/** The same collection, except that "all documents" are those of a query. */
	private static MongoCollection<?> narrowed(StoreCollection collection, QueryParameters query) {
		return (MongoCollection<?>) Proxy.newProxyInstance(MongoCollection.class.getClassLoader(),
				new Class<?>[] { MongoCollection.class }, (proxy, method, arguments) -> {
					if (method.getName().equals("queryAllAsStream")) {
						return Stream.of(query)
							.flatMap((parameters) -> collection.handleQuery(parameters).collectDocuments().stream());
					}
					try {
						return method.invoke(collection, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

	private static Document answer(StoreCollection collection, List<Document> documents) {
		return new Document("cursor",
				new Document("id", 0L).append("ns", collection.getFullName()).append("firstBatch", documents))
			.append("ok", 1.0);
	}

}
