package io.marquee.infra.store;

import java.util.Set;

/** Where documents rest: in memory or on disk. */
interface Storage extends AutoCloseable {

	/**
	 * The documents under a name, none when the name is new.
	 * @param name a database and a collection, as in {@code bookings.bookings}
	 * @return the documents
	 */
	Records open(String name);

	void remove(String name);

	void rename(String name, String newName);

	Set<String> names();

	/** Returns when every change made before the call survives the end of the process. */
	void commit();

	long size();

	/** How many documents were read so far: what an index is there to keep small. */
	long examined();

	@Override
	void close();

}
