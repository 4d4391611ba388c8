package io.marquee.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import io.marquee.test.TestKafka;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was published about tokens that are worthless.
 */
public final class Revocations {

	private Revocations() {
	}

	/**
	 * Waits for news.
	 * @param key whom or what they are about
	 * @param wanted what the last of them must say
	 * @return all the news with that key, in their order
	 */
	public static List<JsonNode> await(String key, Predicate<JsonNode> wanted) {
		Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.bootstrapServers(),
				ConsumerConfig.GROUP_ID_CONFIG, UUID.randomUUID().toString(), ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
				"earliest");
		List<JsonNode> news = new ArrayList<>();
		try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
				new StringDeserializer())) {
			consumer.subscribe(List.of("marquee.revocations.v1"));
			for (int polls = 0; polls < 60; polls++) {
				consumer.poll(Duration.ofMillis(500)).forEach((event) -> {
					if (key.equals(event.key())) {
						news.add(new JsonMapper().readTree(event.value()));
					}
				});
				if (!news.isEmpty() && wanted.test(news.getLast())) {
					return news;
				}
			}
		}
		throw new AssertionError("What was published about " + key + " is " + news);
	}

	/**
	 * Waits for news of a user.
	 * @param userId the user
	 * @return each session, or the user, that tokens were revoked of, in order
	 */
	public static List<String> of(String userId) {
		TopicPartition topic = new TopicPartition("marquee.revocations.v1", 0);
		try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
				Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.bootstrapServers()), new StringDeserializer(),
				new StringDeserializer())) {
			consumer.assign(List.of(topic));
			consumer.seekToBeginning(List.of(topic));
			List<String> found = new ArrayList<>();
			for (int polls = 0; polls < 60 && found.isEmpty(); polls++) {
				consumer.poll(Duration.ofMillis(500))
					.records(topic)
					.stream()
					.map((event) -> new JsonMapper().readTree(event.value()))
					.filter((news) -> news.path("user").asString().equals(userId))
					.forEach((news) -> found.add(news.path("session").asString(userId)));
			}
			return found;
		}
	}

}
