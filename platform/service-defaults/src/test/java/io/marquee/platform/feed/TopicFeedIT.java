package io.marquee.platform.feed;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.marquee.test.TestKafka;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A feed that begins with the present, against a real broker.
 */
class TopicFeedIT {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final String topic = "news-" + UUID.randomUUID();

	private final News news = new News(this.topic);

	@AfterEach
	void stop() {
		this.news.stop();
	}

	@Test
	void tellsNothingOfThePastAndEverythingFromThenOn() throws Exception {
		create();
		publish("old");
		this.news.start();
		await().atMost(PATIENCE).until(() -> this.news.begun.get() == 1);

		for (int i = 0; i < 20; i++) {
			publish("new");
		}

		await().atMost(PATIENCE).until(() -> this.news.told.size() == 20);
		assertThat(this.news.told).containsOnly("new");
	}

	@Test
	void saysThatItHasBegunAgainAfterItCouldNotRead() throws Exception {
		create();
		this.news.start();
		await().atMost(PATIENCE).until(() -> this.news.begun.get() == 1);

		publish("poison");

		await().atMost(PATIENCE).until(() -> this.news.begun.get() == 2);
		publish("after");
		await().atMost(PATIENCE).until(() -> this.news.told.contains("after"));
	}

	@Test
	void hearsOfKafkaAgainAndAgainThoughNothingIsPublished() throws Exception {
		create();
		this.news.start();

		await().atMost(PATIENCE).until(() -> this.news.heard.get() >= 3);
		assertThat(this.news.silence()).isLessThan(PATIENCE.toMillis());
	}

	private void create() throws Exception {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()))) {
			admin.createTopics(List.of(new NewTopic(this.topic, 3, (short) 1))).all().get();
		}
	}

	private void publish(String text) throws Exception {
		try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", TestKafka.bootstrapServers()), new StringSerializer(),
				new ByteArraySerializer())) {
			producer.send(new ProducerRecord<>(this.topic, UUID.randomUUID().toString(), text.getBytes())).get();
		}
	}

	private static final class News extends TopicFeed {

		private final List<String> told = new CopyOnWriteArrayList<>();

		private final AtomicInteger begun = new AtomicInteger();

		private final AtomicInteger heard = new AtomicInteger();

		private News(String topic) {
			super("news", topic, Duration.ZERO, Duration.ofMillis(200),
					Map.of("bootstrap.servers", TestKafka.bootstrapServers()), Clock.systemUTC());
		}

		@Override
		protected void read(ConsumerRecord<String, byte[]> message) {
			String text = new String(message.value());
			if (text.equals("poison")) {
				throw new IllegalStateException("as if Kafka had failed");
			}
			this.told.add(text);
		}

		@Override
		protected void begun() {
			this.begun.incrementAndGet();
		}

		@Override
		protected void heard() {
			this.heard.incrementAndGet();
		}

	}

}
