package io.marquee.infra.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * What a query surely demands of single paths: equality with one of some values, or a
 * range. Everything else in the query is left out here and checked on each document that
 * an index yields; a path whose demand is not understood is left out as well.
 */
final class QueryBounds {

	private static final Set<String> UNDERSTOOD = Set.of("$eq", "$in", "$gt", "$gte", "$lt", "$lte", "$exists");

	/** Numbers beyond this compare by rules of their own in the query matcher. */
	private static final double EXACT = Integer.MAX_VALUE;

	private static final double HUGE = 9.0e18;

	private final Map<String, Points> points = new HashMap<>();

	private final Map<String, Range> ranges = new HashMap<>();

	private final Set<String> present = new HashSet<>();

	private QueryBounds() {
	}

	/** The values of which a path must have one. */
	record Points(List<@Nullable Object> values) {

		boolean withoutNull() {
			return this.values.stream().noneMatch(Missing::isNullOrMissing);
		}

		boolean withoutDocument() {
			return this.values.stream().noneMatch((value) -> value instanceof Document);
		}

	}

	/** The edges, inclusive, between which a path must have a value. */
	record Range(Object low, Object high, boolean bothGiven) {

		Range and(Range other) {
			boolean higherLow = KeyOrder.INSTANCE.compare(this.low, other.low) > 0;
			boolean lowerHigh = KeyOrder.INSTANCE.compare(this.high, other.high) < 0;
			return new Range(higherLow ? this.low : other.low, lowerHigh ? this.high : other.high, true);
		}

	}

	static QueryBounds of(Document query) {
		QueryBounds bounds = new QueryBounds();
		bounds.read(query);
		return bounds;
	}

	boolean isEmpty() {
		return this.points.isEmpty() && this.ranges.isEmpty() && this.present.isEmpty();
	}

	@Nullable Points points(String path) {
		return this.points.get(path);
	}

	@Nullable Range range(String path) {
		return this.ranges.get(path);
	}

	boolean demandsPresence(String path) {
		return this.present.contains(path);
	}

	/** Whether the query sorts such a value just where an index has it. */
	static boolean sortsAsIndexed(@Nullable Object value) {
		if (value instanceof Double number) {
			return Math.abs(number) < EXACT;
		}
		return Missing.isNullOrMissing(value) || value instanceof Number || value instanceof String
				|| value instanceof Instant || value instanceof ObjectId || value instanceof Boolean;
	}

	private void read(Document query) {
		query.forEach((path, demand) -> {
			if (path.equals("$and") && demand instanceof Collection<?> all) {
				all.forEach((part) -> {
					if (part instanceof Document document) {
						read(document);
					}
				});
			}
			else if (!path.startsWith("$")) {
				read(path, demand);
			}
		});
	}

	private void read(String path, @Nullable Object demand) {
		if (demand instanceof Document document && document.keySet().stream().anyMatch((key) -> key.startsWith("$"))) {
			if (UNDERSTOOD.containsAll(document.keySet())) {
				readOperators(path, document);
			}
		}
		else if (isPoint(demand)) {
			addPoints(path, one(demand));
		}
	}

	private void readOperators(String path, Document operators) {
		if (operators.containsKey("$eq") && isPoint(operators.get("$eq"))) {
			addPoints(path, one(operators.get("$eq")));
		}
		if (operators.get("$in") instanceof Collection<?> values && values.stream().allMatch(QueryBounds::isPoint)) {
			addPoints(path, new ArrayList<>(values));
		}
		if (Boolean.TRUE.equals(operators.get("$exists"))) {
			this.present.add(path);
		}
		Object low = first(operators, "$gt", "$gte");
		Object high = first(operators, "$lt", "$lte");
		if (isEdge(low) && isEdge(high)) {
			addRange(path, low, high);
		}
	}

	private void addRange(String path, @Nullable Object low, @Nullable Object high) {
		if (low != null) {
			addRange(path,
					new Range(widen(low, -1), (high != null) ? widen(high, 1) : KeyOrder.after(low), high != null));
		}
		else if (high != null) {
			addRange(path, new Range(KeyOrder.before(high), widen(high, 1), false));
		}
	}

	private void addRange(String path, Range range) {
		this.ranges.merge(path, range, Range::and);
	}

	private void addPoints(String path, List<@Nullable Object> values) {
		this.points.putIfAbsent(path, new Points(values));
	}

	private static List<@Nullable Object> one(@Nullable Object value) {
		List<@Nullable Object> values = new ArrayList<>();
		values.add(value);
		return values;
	}

	private static @Nullable Object first(Document operators, String one, String other) {
		Object value = operators.get(one);
		return (value != null) ? value : operators.get(other);
	}

	private static boolean isPoint(@Nullable Object value) {
		if (value instanceof Document document) {
			return !document.isEmpty() && document.values().stream().allMatch((part) -> part != null && isScalar(part));
		}
		return isScalar(value);
	}

	private static boolean isScalar(@Nullable Object value) {
		return sortsAsIndexed(value) || value instanceof UUID || value instanceof Number;
	}

	private static boolean isEdge(@Nullable Object value) {
		if (value instanceof Number number) {
			return Math.abs(number.doubleValue()) < HUGE;
		}
		return value == null || value instanceof String || value instanceof Instant || value instanceof ObjectId;
	}

	private static Object widen(Object edge, int direction) {
		if (!(edge instanceof Number number) || Math.abs(number.doubleValue()) < EXACT) {
			return edge;
		}
		double whole = (direction < 0) ? Math.floor(number.doubleValue()) : Math.ceil(number.doubleValue());
		return (direction < 0) ? Math.nextDown(whole - 1) : Math.nextUp(whole + 1);
	}

}
