package io.marquee.infra.local.kafka;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * Formats the storage at the first start and runs the broker, in one JVM rather than two
 * after another.
 */
public final class KafkaBrokerApplication {

	private KafkaBrokerApplication() {
	}

	/**
	 * Runs the broker.
	 * @param args port, controller port and data directory
	 * @throws IOException when the data directory cannot be written
	 */
	public static void main(String[] args) throws IOException {
		Path data = Path.of(args[2]);
		Path settings = write(settings(args[0], args[1], data.resolve("log")), data);
		if (!Files.exists(data.resolve("log/meta.properties"))) {
			// A format that was cut short left some of it: done again, it does no harm.
			int result = StorageTool.execute(new String[] { "format", "--ignore-formatted", "--cluster-id",
					Uuid.randomUuid().toString(), "--config", settings.toString() }, System.out);
			if (result != 0) {
				throw new IllegalStateException("Formatting " + data + " failed");
			}
		}
		Kafka.main(new String[] { settings.toString() });
	}

	private static Path write(Properties settings, Path data) throws IOException {
		Path file = Files.createDirectories(data).resolve("server.properties");
		try (Writer writer = Files.newBufferedWriter(file)) {
			settings.store(writer, "Written at every start");
		}
		return file;
	}

	static Properties settings(String port, String controllerPort, Path log) {
		Properties settings = new Properties();
		settings.setProperty("process.roles", "broker,controller");
		settings.setProperty("node.id", "1");
		settings.setProperty("controller.quorum.voters", "1@localhost:" + controllerPort);
		settings.setProperty("controller.listener.names", "CONTROLLER");
		settings.setProperty("listeners",
				"PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort);
		settings.setProperty("advertised.listeners", "PLAINTEXT://localhost:" + port);
		settings.setProperty("log.dirs", log.toString());
		settings.setProperty("auto.create.topics.enable", "true");
		oneNode(settings);
		small(settings);
		return settings;
	}

	private static void oneNode(Properties settings) {
		for (String topic : new String[] { "offsets.topic", "transaction.state.log",
				"share.coordinator.state.topic" }) {
			settings.setProperty(topic + ".replication.factor", "1");
		}
		settings.setProperty("transaction.state.log.min.isr", "1");
		settings.setProperty("share.coordinator.state.topic.min.isr", "1");
		// No second consumer is about to join: do not wait for one.
		settings.setProperty("group.initial.rebalance.delay.ms", "0");
	}

	/** The defaults are for a machine of its own. */
	private static void small(Properties settings) {
		settings.setProperty("num.partitions", "3");
		settings.setProperty("offsets.topic.num.partitions", "4");
		settings.setProperty("transaction.state.log.num.partitions", "2");
		settings.setProperty("share.coordinator.state.topic.num.partitions", "1");
		settings.setProperty("num.network.threads", "2");
		settings.setProperty("num.io.threads", "4");
		settings.setProperty("background.threads", "2");
		settings.setProperty("log.cleaner.dedupe.buffer.size", String.valueOf(4 * 1024 * 1024));
		settings.setProperty("log.index.size.max.bytes", String.valueOf(1024 * 1024));
		settings.setProperty("log.segment.bytes", String.valueOf(64 * 1024 * 1024));
	}

}
