package io.marquee.infra.store;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

import de.bwaldvogel.mongo.MongoServer;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in for MongoDB that speaks its wire protocol: for tests, and for a machine that
 * has no MongoDB.
 *
 * <pre>
 * try (MongoStore store = MongoStore.inMemory().start()) {
 *     MongoClients.create(store.connectionString());
 * }
 * </pre>
 */
public final class MongoStore implements AutoCloseable {

	/** Several writers at once share a commit, so more threads than processors pay. */
	private static final int WORKERS = 8;

	private final Storage storage;

	private final MongoServer server;

	private @Nullable InetSocketAddress address;

	private boolean closed;

	private MongoStore(Storage storage) {
		this.storage = storage;
		this.server = new MongoServer(new StoreBackend(storage));
	}

	/**
	 * A store that forgets everything when it is closed.
	 * @return a store that does not listen yet
	 */
	public static MongoStore inMemory() {
		return new MongoStore(new MemoryStorage());
	}

	/**
	 * A store that keeps its documents in a directory.
	 * @param directory the directory, created if need be
	 * @return a store that does not listen yet
	 * @throws IllegalStateException if another process uses the directory
	 */
	public static MongoStore onDisk(Path directory) {
		return new MongoStore(new DiskStorage(directory));
	}

	/**
	 * Listens on a free port of the loopback interface.
	 * @return this store
	 */
	public MongoStore start() {
		return start(0);
	}

	/**
	 * Listens on a port of the loopback interface.
	 * @param port the port, 0 for any free one
	 * @return this store
	 * @throws IllegalStateException if the port is taken; the store is closed then
	 */
	public MongoStore start(int port) {
		return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
	}

	/**
	 * Listens on an address.
	 * @param address the address
	 * @return this store
	 * @throws IllegalStateException if the address is taken; the store is closed then
	 */
	public MongoStore start(InetSocketAddress address) {
		try {
			this.server.bind(address, 1, WORKERS);
		}
		// A BindException comes through undeclared.
		catch (Exception ex) {
			close();
			throw new IllegalStateException(
					"Cannot listen on " + address.getHostString() + ":" + address.getPort() + ": " + ex.getMessage(),
					ex);
		}
		this.address = this.server.getLocalAddress();
		return this;
	}

	/**
	 * Where the store listens.
	 * @return a connection string without a database
	 */
	public String connectionString() {
		return "mongodb://" + address().getHostString() + ":" + address().getPort();
	}

	/**
	 * Where the store listens.
	 * @return the address
	 */
	public InetSocketAddress address() {
		if (this.address == null) {
			throw new IllegalStateException("The store was not started");
		}
		return this.address;
	}

	/** How many documents all queries read so far. */
	long documentsExamined() {
		return this.storage.examined();
	}

	/** Stops listening, ends all connections and writes everything to disk. */
	@Override
	public synchronized void close() {
		if (!this.closed) {
			this.closed = true;
			this.server.shutdownNow();
		}
	}

}
