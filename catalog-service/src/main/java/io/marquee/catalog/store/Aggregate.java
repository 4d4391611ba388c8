package io.marquee.catalog.store;

import java.util.List;

import io.marquee.platform.events.OutboxEntry;

/**
 * A document that changes as a whole and tells its changes as events.
 *
 * @param <T> the aggregate itself
 */
public interface Aggregate<T extends Aggregate<T>> {

	/**
	 * The id.
	 * @return the document's {@code _id}
	 */
	String id();

	/**
	 * Counts the changes, from 0.
	 * @return the version
	 */
	long version();

	/**
	 * The same with events to send.
	 * @param entries the events
	 * @return a copy to be stored
	 */
	T withOutbox(List<OutboxEntry> entries);

}
