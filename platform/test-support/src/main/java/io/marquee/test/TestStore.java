package io.marquee.test;

import io.marquee.infra.store.MongoStore;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * One store for all tests of a JVM: MongoDB in a container where Docker runs, the
 * embedded stand-in otherwise.
 */
public final class TestStore {

	private static final String IMAGE = "mongo:8";

	private TestStore() {
	}

	/**
	 * The store's connection string; the first call starts it.
	 * @return a {@code mongodb://} URI that names no database
	 */
	public static String uri() {
		return Holder.URI;
	}

	private static final class Holder {

		private static final String URI = start();

		private static String start() {
			if (DockerClientFactory.instance().isDockerAvailable()) {
				// Lives as long as the JVM; Testcontainers removes it then.
				MongoDBContainer container = new MongoDBContainer(IMAGE);
				container.start();
				return container.getConnectionString();
			}
			MongoStore store = MongoStore.inMemory().start();
			Runtime.getRuntime().addShutdownHook(new Thread(store::close));
			return store.connectionString();
		}

	}

}
