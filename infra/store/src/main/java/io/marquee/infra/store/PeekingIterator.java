package io.marquee.infra.store;

import java.util.Iterator;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;

/** Shows the next entry of an index before it is taken. */
final class PeekingIterator {

	private final Iterator<IndexEntry> entries;

	private @Nullable IndexEntry next;

	PeekingIterator(Iterator<IndexEntry> entries) {
		this.entries = entries;
		advance();
	}

	boolean hasNext() {
		return this.next != null;
	}

	IndexEntry peek() {
		if (this.next == null) {
			throw new NoSuchElementException("This stretch of the index is over");
		}
		return this.next;
	}

	IndexEntry next() {
		IndexEntry entry = peek();
		advance();
		return entry;
	}

	private void advance() {
		this.next = this.entries.hasNext() ? this.entries.next() : null;
	}

}
