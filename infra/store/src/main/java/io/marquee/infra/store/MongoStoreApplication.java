package io.marquee.infra.store;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Runs a store as a process:
 * {@code --port=27017 --store=memory|disk --data=.marquee/mongodb}.
 */
public final class MongoStoreApplication {

	private static final Set<String> OPTIONS = Set.of("port", "store", "data");

	private MongoStoreApplication() {
	}

	/**
	 * Starts the store; a termination signal ends it.
	 * @param arguments the options, as {@code --name=value} or {@code --name value}
	 */
	public static void main(String... arguments) {
		// Without a logging library on the class path, say nothing about that.
		System.setProperty("slf4j.internal.verbosity", "ERROR");
		try {
			run(options(arguments));
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			System.err.println("MongoDB stand-in: " + ex.getMessage());
			System.exit(1);
		}
	}

	private static void run(Map<String, String> options) {
		int port = port(options.getOrDefault("port", "27017"));
		String kind = options.getOrDefault("store", "disk");
		MongoStore store = switch (kind) {
			case "memory" -> MongoStore.inMemory();
			case "disk" -> MongoStore.onDisk(Path.of(options.getOrDefault("data", ".marquee/mongodb")));
			default -> throw new IllegalArgumentException("--store is 'memory' or 'disk', not '" + kind + "'");
		};
		store.start(port);
		Runtime.getRuntime().addShutdownHook(new Thread(store::close, "store-shutdown"));
		System.out.println("MongoDB stand-in listening on " + store.connectionString() + " (store=" + kind + ")");
	}

	private static Map<String, String> options(String... arguments) {
		Map<String, String> options = new HashMap<>();
		for (int i = 0; i < arguments.length; i++) {
			String[] parts = arguments[i].split("=", 2);
			String name = parts[0].startsWith("--") ? parts[0].substring(2) : "";
			if (!OPTIONS.contains(name)) {
				throw new IllegalArgumentException(
						"unknown option '" + arguments[i] + "', known are --port, --store " + "and --data");
			}
			if (parts.length < 2 && i + 1 == arguments.length) {
				throw new IllegalArgumentException(arguments[i] + " needs a value");
			}
			options.put(name, (parts.length == 2) ? parts[1] : arguments[++i]);
		}
		return options;
	}

	private static int port(String value) {
		try {
			int port = Integer.parseInt(value);
			if (port >= 0 && port <= 65535) {
				return port;
			}
		}
		catch (NumberFormatException ex) {
			// Told below.
		}
		throw new IllegalArgumentException("--port is a number up to 65535, not '" + value + "'");
	}

}
