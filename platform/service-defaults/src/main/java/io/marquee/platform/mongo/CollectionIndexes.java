package io.marquee.platform.mongo;

import java.util.ArrayList;
import java.util.List;

import org.springframework.data.mongodb.core.index.IndexDefinition;

/**
 * Indexes a service needs; those of all such beans are created before its web server
 * starts.
 *
 * @param entries one for each index
 */
public record CollectionIndexes(List<Entry> entries) {

	/**
	 * One index.
	 *
	 * @param collection the collection
	 * @param index the index, best with a name
	 */
	public record Entry(String collection, IndexDefinition index) {

	}

	/**
	 * No index yet.
	 * @return an empty set to add to with {@link #and}
	 */
	public static CollectionIndexes none() {
		return new CollectionIndexes(List.of());
	}

	/**
	 * Indexes of one collection.
	 * @param collection the collection
	 * @param indexes its indexes
	 * @return the set
	 */
	public static CollectionIndexes of(String collection, IndexDefinition... indexes) {
		CollectionIndexes all = none();
		for (IndexDefinition index : indexes) {
			all = all.and(collection, index);
		}
		return all;
	}

	/**
	 * The same and one more.
	 * @param collection the collection
	 * @param index the index
	 * @return the larger set
	 */
	public CollectionIndexes and(String collection, IndexDefinition index) {
		List<Entry> more = new ArrayList<>(this.entries);
		more.add(new Entry(collection, index));
		return new CollectionIndexes(List.copyOf(more));
	}

}
