package io.marquee.identity;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.marquee.test.TestKafka;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was made known of worthless tokens.
 */
public final class Revocations {

	private static final TopicPartition TOPIC = new TopicPartition("marquee.revocations.v1", 0);

	private Revocations() {
	}

	/**
	 * Waits for news of a user.
	 * @param userId the user
	 * @return each session, or the user, that tokens were revoked of, in order
	 */
	public static List<String> of(String userId) {
		Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.bootstrapServers(),
				ConsumerConfig.GROUP_ID_CONFIG, UUID.randomUUID().toString());
		try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
				new StringDeserializer())) {
			consumer.assign(List.of(TOPIC));
			for (int tries = 0; tries < 40; tries++) {
				consumer.seekToBeginning(List.of(TOPIC));
				List<String> found = consumer.poll(Duration.ofMillis(500))
					.records(TOPIC)
					.stream()
					.map(Revocations::data)
					.filter((news) -> news.path("user").asString().equals(userId))
					.map((news) -> news.path("session").asString(userId))
					.toList();
				if (!found.isEmpty()) {
					return found;
				}
			}
		}
		throw new AssertionError("Nothing was revoked of " + userId);
	}

	private static JsonNode data(ConsumerRecord<String, String> event) {
		return new JsonMapper().readTree(event.value());
	}

}
