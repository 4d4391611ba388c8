package io.marquee.platform.events;

import java.util.Map;

/**
 * A collection whose documents carry an {@code outbox} array, and where its events go.
 *
 * @param collection the collection
 * @param topic the Kafka topic, created with the service's defaults
 * @param otherTopics topics of event types that do not go there, by type; the service
 * declares them as {@link org.apache.kafka.clients.admin.NewTopic} beans of its own
 * @param compacted whether the topic keeps the last event of each document for good,
 * which is for events that carry the document's full state
 */
public record OutboxSource(String collection, String topic, Map<String, String> otherTopics, boolean compacted) {

	/**
	 * A collection whose events go to several topics.
	 * @param collection the collection
	 * @param topic the Kafka topic
	 * @param otherTopics topics of event types that do not go there, by type
	 */
	public OutboxSource(String collection, String topic, Map<String, String> otherTopics) {
		this(collection, topic, otherTopics, false);
	}

	/**
	 * A collection all of whose events go to one topic.
	 * @param collection the collection
	 * @param topic the Kafka topic
	 */
	public OutboxSource(String collection, String topic) {
		this(collection, topic, Map.of());
	}

	/**
	 * A collection whose events each carry the full state, so that a new consumer can
	 * rebuild it from the topic.
	 * @param collection the collection
	 * @param topic the Kafka topic, of such collections only
	 * @return the source
	 */
	public static OutboxSource compacted(String collection, String topic) {
		return new OutboxSource(collection, topic, Map.of(), true);
	}

	String topicOf(OutboxEntry entry) {
		return this.otherTopics.getOrDefault(entry.type(), this.topic);
	}

}
