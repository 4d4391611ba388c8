package io.marquee.test;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/**
 * One real Kafka broker for all tests of a JVM: in a container where Docker runs, in this
 * JVM otherwise.
 */
public final class TestKafka {

	private static final String IMAGE = "apache/kafka:4.1.2";

	private static final int PARTITIONS = 3;

	private TestKafka() {
	}

	/**
	 * The broker's address; the first call starts it.
	 * @return {@code host:port}
	 */
	public static String bootstrapServers() {
		return Holder.ADDRESS;
	}

	private static final class Holder {

		private static final String ADDRESS = start();

		private static String start() {
			if (DockerClientFactory.instance().isDockerAvailable()) {
				// Lives as long as the JVM; Testcontainers removes it then.
				KafkaContainer container = new KafkaContainer(IMAGE);
				container.start();
				return container.getBootstrapServers();
			}
			EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, PARTITIONS);
			broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
			broker.afterPropertiesSet();
			Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
			return broker.getBrokersAsString();
		}

	}

}
