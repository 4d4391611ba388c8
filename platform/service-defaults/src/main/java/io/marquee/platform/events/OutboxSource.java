package io.marquee.platform.events;

import java.util.Map;

/**
 * A collection whose documents carry an {@code outbox} array, and where its events go.
 *
 * @param collection the collection
 * @param topic the Kafka topic, created with the service's defaults
 * @param otherTopics topics of event types that do not go there, by type; the service
 * declares them as {@link org.apache.kafka.clients.admin.NewTopic} beans of its own
 */
public record OutboxSource(String collection, String topic, Map<String, String> otherTopics) {

	/**
	 * A collection all of whose events go to one topic.
	 * @param collection the collection
	 * @param topic the Kafka topic
	 */
	public OutboxSource(String collection, String topic) {
		this(collection, topic, Map.of());
	}

	String topicOf(OutboxEntry entry) {
		return this.otherTopics.getOrDefault(entry.type(), this.topic);
	}

}
