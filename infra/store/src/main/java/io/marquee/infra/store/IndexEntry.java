package io.marquee.infra.store;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One key of one document in an index. A shorter key stands for the edge of all keys that
 * begin with it: before them with {@link #first}, after them with {@link #last}.
 */
final class IndexEntry implements Comparable<IndexEntry> {

	private final @Nullable Object[] key;

	private final long position;

	IndexEntry(List<? extends @Nullable Object> key, long position) {
		this.key = key.toArray();
		this.position = position;
	}

	static IndexEntry first(List<? extends @Nullable Object> prefix) {
		return new IndexEntry(prefix, Long.MIN_VALUE);
	}

	static IndexEntry last(List<? extends @Nullable Object> prefix) {
		return new IndexEntry(prefix, Long.MAX_VALUE);
	}

	long position() {
		return this.position;
	}

	boolean hasSameKeyAs(IndexEntry other, int length) {
		for (int i = 0; i < length; i++) {
			if (KeyOrder.INSTANCE.compare(this.key[i], other.key[i]) != 0) {
				return false;
			}
		}
		return true;
	}

	int compareKey(IndexEntry other, int number) {
		return KeyOrder.INSTANCE.compare(this.key[number], other.key[number]);
	}

	@Override
	public int compareTo(IndexEntry other) {
		int shared = Math.min(this.key.length, other.key.length);
		for (int i = 0; i < shared; i++) {
			int result = KeyOrder.INSTANCE.compare(this.key[i], other.key[i]);
			if (result != 0) {
				return result;
			}
		}
		if (this.key.length < other.key.length) {
			return (this.position == Long.MIN_VALUE) ? -1 : 1;
		}
		if (this.key.length > other.key.length) {
			return (other.position == Long.MIN_VALUE) ? 1 : -1;
		}
		return Long.compare(this.position, other.position);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof IndexEntry entry && compareTo(entry) == 0;
	}

	@Override
	public int hashCode() {
		return Long.hashCode(this.position);
	}

	@Override
	public String toString() {
		return Arrays.toString(this.key) + "@" + this.position;
	}

}
