package io.marquee.infra.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * The order of values inside an index: MongoDB's order of types, and within a type an
 * order in which two values are equal exactly when the query matcher calls them equal.
 * Numbers compare by value whatever their type; a missing value counts as null.
 */
final class KeyOrder implements Comparator<@Nullable Object> {

	static final KeyOrder INSTANCE = new KeyOrder();

	/** The key of an empty array, which holds no element but must still be found. */
	static final Object EMPTY_ARRAY = new Object() {
		@Override
		public String toString() {
			return "undefined";
		}
	};

	private static final int NUMBER = 3;

	private KeyOrder() {
	}

	/** A point before or after every value of one type. */
	record TypeEdge(int rank, boolean after) {
	}

	static TypeEdge before(@Nullable Object value) {
		return new TypeEdge(rank(value), false);
	}

	static TypeEdge after(@Nullable Object value) {
		return new TypeEdge(rank(value), true);
	}

	@Override
	public int compare(@Nullable Object left, @Nullable Object right) {
		int leftRank = rank(left);
		int rightRank = rank(right);
		if (leftRank != rightRank) {
			return Integer.compare(leftRank, rightRank);
		}
		if (left instanceof TypeEdge || right instanceof TypeEdge) {
			return Integer.compare(side(left), side(right));
		}
		if (left == right || left == null || right == null || leftRank == rank(null)) {
			return 0;
		}
		return compareSameType(left, right);
	}

	private static int side(@Nullable Object value) {
		return (value instanceof TypeEdge edge) ? (edge.after() ? 1 : -1) : 0;
	}

	private int compareSameType(Object left, Object right) {
		if (left instanceof Number leftNumber && right instanceof Number rightNumber) {
			return compareNumbers(leftNumber, rightNumber);
		}
		if (left instanceof Map<?, ?> leftMap && right instanceof Map<?, ?> rightMap) {
			return compareDocuments(leftMap, rightMap);
		}
		if (left instanceof Collection<?> leftList && right instanceof Collection<?> rightList) {
			return compareLists(leftList, rightList);
		}
		if (left.getClass() != right.getClass()) {
			return left.getClass().getName().compareTo(right.getClass().getName());
		}
		if (left instanceof Comparable<?>) {
			@SuppressWarnings("unchecked")
			Comparable<Object> comparable = (Comparable<Object>) left;
			return comparable.compareTo(right);
		}
		return left.equals(right) ? 0 : left.toString().compareTo(right.toString());
	}

	private static int compareNumbers(Number left, Number right) {
		// Decimals count by their double value, as they do for the query matcher.
		int byDouble = Double.compare(left.doubleValue() + 0.0, right.doubleValue() + 0.0);
		if (byDouble != 0 || !(left instanceof Long || right instanceof Long)) {
			return byDouble;
		}
		// Two longs, or a long and a double, can share a double and yet differ.
		return exact(left).compareTo(exact(right));
	}

	private static BigDecimal exact(Number number) {
		return (number instanceof Long) ? BigDecimal.valueOf(number.longValue()) : new BigDecimal(number.doubleValue());
	}

	private int compareDocuments(Map<?, ?> left, Map<?, ?> right) {
		Iterator<? extends Map.Entry<?, ?>> others = right.entrySet().iterator();
		for (Map.Entry<?, ?> entry : left.entrySet()) {
			if (!others.hasNext()) {
				return 1;
			}
			Map.Entry<?, ?> other = others.next();
			int byName = entry.getKey().toString().compareTo(other.getKey().toString());
			int result = (byName != 0) ? byName : compare(entry.getValue(), other.getValue());
			if (result != 0) {
				return result;
			}
		}
		return others.hasNext() ? -1 : 0;
	}

	private int compareLists(Collection<?> left, Collection<?> right) {
		Iterator<?> others = right.iterator();
		for (Object value : left) {
			if (!others.hasNext()) {
				return 1;
			}
			int result = compare(value, others.next());
			if (result != 0) {
				return result;
			}
		}
		return others.hasNext() ? -1 : 0;
	}

	private static int rank(@Nullable Object value) {
		return switch (value) {
			case null -> 2;
			case TypeEdge edge -> edge.rank();
			case Missing missing -> 2;
			case MinKey min -> 1;
			case Number number -> NUMBER;
			case String string -> 4;
			case Document document -> 5;
			case Collection<?> list -> 6;
			case BinData data -> 7;
			case LegacyUUID uuid -> 8;
			case UUID uuid -> 9;
			case ObjectId id -> 10;
			case Boolean bool -> 11;
			case Instant instant -> 12;
			case BsonTimestamp timestamp -> 13;
			case BsonRegularExpression expression -> 14;
			case MaxKey max -> 16;
			default -> (value == EMPTY_ARRAY) ? 0 : 15;
		};
	}

}
