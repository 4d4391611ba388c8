package io.marquee.infra.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import org.jspecify.annotations.Nullable;

/**
 * The keys under which a document stands in an index: one, or one for each element when a
 * path leads through an array. The paths are walked just as the query matcher walks them,
 * so that whatever a query can match is found under its key.
 */
final class IndexKeys {

	private final List<List<String>> paths;

	IndexKeys(List<String> paths) {
		this.paths = paths.stream().map((path) -> List.of(path.split("\\.", -1))).toList();
	}

	/**
	 * The keys of a document.
	 * @param document the document
	 * @return a list of values for each key; {@link Missing} where the path leads nowhere
	 */
	Extracted of(Document document) {
		List<Integer> arrayDepths = this.paths.stream().map((path) -> depthOfFirstArray(document, path)).toList();
		Set<List<String>> arrays = new LinkedHashSet<>();
		for (int i = 0; i < this.paths.size(); i++) {
			if (arrayDepths.get(i) > 0) {
				arrays.add(this.paths.get(i).subList(0, arrayDepths.get(i)));
			}
		}
		if (arrays.isEmpty()) {
			return new Extracted(combine(document, arrayDepths, null), false);
		}
		if (arrays.size() > 1) {
			throw new CannotIndexParallelArraysError(arrays.stream().map(List::getLast).toList());
		}
		Collection<?> elements = (Collection<?>) Objects.requireNonNull(valueAt(document, arrays.iterator().next()));
		if (elements.isEmpty()) {
			return new Extracted(combine(document, arrayDepths, List.of()), true);
		}
		List<List<@Nullable Object>> keys = new ArrayList<>();
		for (Object element : elements) {
			List<@Nullable Object> one = new ArrayList<>();
			one.add(element);
			keys.addAll(combine(document, arrayDepths, one));
		}
		return new Extracted(keys, true);
	}

	/**
	 * All combinations of the values of each path, for one element of the array (if any).
	 */
	private List<List<@Nullable Object>> combine(Document document, List<Integer> arrayDepths,
			@Nullable List<@Nullable Object> element) {
		List<List<@Nullable Object>> keys = List.of(List.of());
		for (int i = 0; i < this.paths.size(); i++) {
			List<String> path = this.paths.get(i);
			int depth = arrayDepths.get(i);
			List<@Nullable Object> values = new ArrayList<>();
			if (depth < 0 || element == null) {
				values.add(valueAt(document, path));
			}
			else if (element.isEmpty()) {
				values.add((depth == path.size()) ? KeyOrder.EMPTY_ARRAY : Missing.getInstance());
			}
			else {
				collect(path.subList(depth, path.size()), element.getFirst(), valueAt(document, path.subList(0, depth)),
						values);
			}
			keys = append(keys, values);
		}
		return keys;
	}

	private static List<List<@Nullable Object>> append(List<List<@Nullable Object>> keys,
			List<@Nullable Object> values) {
		List<List<@Nullable Object>> longer = new ArrayList<>(keys.size() * values.size());
		for (List<@Nullable Object> key : keys) {
			for (Object value : values) {
				List<@Nullable Object> extended = new ArrayList<>(key);
				extended.add(value);
				longer.add(extended);
			}
		}
		return longer;
	}

	/** Collects what a path can reach from an element of an array. */
	private static void collect(List<String> rest, @Nullable Object element, @Nullable Object array,
			List<@Nullable Object> values) {
		if (rest.isEmpty()) {
			values.add(element);
			return;
		}
		// "seats.0" names an element by its number, whichever element we stand on.
		Object start = isNumber(rest.getFirst()) ? array : element;
		reach(rest, start, values);
	}

	private static void reach(List<String> rest, @Nullable Object value, List<@Nullable Object> values) {
		if (rest.isEmpty()) {
			if (value instanceof Collection<?> list) {
				values.addAll(list.isEmpty() ? List.of(KeyOrder.EMPTY_ARRAY) : list);
			}
			else {
				values.add(value);
			}
		}
		else if (value instanceof Collection<?> list) {
			reachInto(rest, list, values);
		}
		else {
			reach(rest.subList(1, rest.size()), field(value, rest.getFirst()), values);
		}
	}

	private static void reachInto(List<String> rest, Collection<?> list, List<@Nullable Object> values) {
		if (isNumber(rest.getFirst())) {
			Object element = elementAt(list, rest.getFirst());
			reach(rest.subList(1, rest.size()), element, values);
		}
		else if (list.isEmpty()) {
			values.add(Missing.getInstance());
		}
		else {
			list.forEach((element) -> reach(rest, element, values));
		}
	}

	private static @Nullable Object elementAt(Collection<?> list, String number) {
		if (number.length() > 9 || Integer.parseInt(number) >= list.size()) {
			return Missing.getInstance();
		}
		return new ArrayList<>(list).get(Integer.parseInt(number));
	}

	private static boolean isNumber(String name) {
		return !name.isEmpty() && name.chars().allMatch((c) -> c >= '0' && c <= '9');
	}

	private static int depthOfFirstArray(Document document, List<String> path) {
		Object value = document;
		for (int depth = 0; depth < path.size(); depth++) {
			value = field(value, path.get(depth));
			if (value instanceof Collection<?>) {
				return depth + 1;
			}
		}
		return -1;
	}

	private static @Nullable Object valueAt(Document document, List<String> path) {
		Object value = document;
		for (String name : path) {
			value = field(value, name);
		}
		return value;
	}

	private static @Nullable Object field(@Nullable Object value, String name) {
		return (value instanceof Document document) ? document.getOrMissing(name) : Missing.getInstance();
	}

	/**
	 * The keys of one document.
	 *
	 * @param keys at least one key, with duplicates when an array has some
	 * @param multikey whether a path led through an array
	 */
	record Extracted(List<List<@Nullable Object>> keys, boolean multikey) {

		/** Whether no path leads to any value, so that a sparse index leaves it out. */
		boolean nothingThere() {
			return this.keys.stream().flatMap(List::stream).allMatch((value) -> value instanceof Missing);
		}

	}

}
