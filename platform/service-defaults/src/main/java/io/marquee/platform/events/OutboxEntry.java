package io.marquee.platform.events;

import java.time.Instant;
import java.util.Map;

/**
 * An event that waits inside its aggregate's document until Kafka has acknowledged it.
 *
 * @param id the event's id, by which consumers recognise a duplicate
 * @param type the CloudEvents type
 * @param key the aggregate's id: Kafka key and CloudEvents subject
 * @param occurredAt when it happened
 * @param data the payload as JSON, exactly as it will be sent
 * @param trace the trace context it happened in, as propagation headers
 */
public record OutboxEntry(String id, String type, String key, Instant occurredAt, String data,
		Map<String, String> trace) {

}
