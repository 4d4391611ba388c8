package io.marquee.infra.bench.verify;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The events of all bookings, read from the start of their topic. */
final class PublishedEvents {

	private static final String TOPIC = "marquee.bookings.v1";

	private PublishedEvents() {
	}

	/** In their order, by booking. */
	static Map<String, List<Event>> read(String bootstrap) {
		Map<String, List<Event>> events = new HashMap<>();
		Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
		try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
				new StringDeserializer())) {
			List<TopicPartition> partitions = consumer.partitionsFor(TOPIC)
				.stream()
				.map((partition) -> new TopicPartition(TOPIC, partition.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			while (ends.entrySet().stream().anyMatch((end) -> consumer.position(end.getKey()) < end.getValue())) {
				for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
					events.computeIfAbsent(record.key(), (key) -> new ArrayList<>())
						.add(new Event(header(record, "ce_id"), header(record, "ce_type")));
				}
			}
		}
		return events;
	}

	private static String header(ConsumerRecord<String, String> record, String name) {
		return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
	}

	/**
	 * An event.
	 *
	 * @param id the same when it was sent twice
	 */
	record Event(String id, String type) {

	}

}
