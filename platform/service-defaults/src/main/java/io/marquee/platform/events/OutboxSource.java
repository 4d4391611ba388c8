package io.marquee.platform.events;

/**
 * A collection whose documents carry an {@code outbox} array, and where its events go.
 *
 * @param collection the collection
 * @param topic the Kafka topic
 */
public record OutboxSource(String collection, String topic) {

}
