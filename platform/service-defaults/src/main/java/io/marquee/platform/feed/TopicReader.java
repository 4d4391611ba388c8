package io.marquee.platform.feed;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A topic as one connection to Kafka sees it: every partition, from the oldest record
 * that can matter. Belongs to no consumer group, for every process reads all of it. For
 * one thread.
 */
class TopicReader implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final CloseOptions SOON = CloseOptions.timeout(Duration.ofSeconds(1));

	private final Consumer<String, byte[]> consumer;

	private final String topic;

	private final Duration past;

	private final Clock clock;

	/** Where the partitions ended when they were first seen, until that is read. */
	private final Map<TopicPartition, Long> ends = new HashMap<>();

	TopicReader(String topic, Duration past, Map<String, String> kafka, Clock clock) {
		this.consumer = new KafkaConsumer<>(configuration(kafka));
		this.topic = topic;
		this.past = past;
		this.clock = clock;
	}

	/**
	 * Looks for partitions. Kafka has answered when this returns.
	 * @return how many are read from now on that were not before
	 * @throws org.apache.kafka.common.KafkaException if Kafka does not answer in time
	 */
	int look() {
		Set<TopicPartition> there = this.consumer.partitionsFor(this.topic, PATIENCE)
			.stream()
			.map((partition) -> new TopicPartition(partition.topic(), partition.partition()))
			.collect(Collectors.toSet());
		if (there.isEmpty()) {
			return 0;
		}
		// Asked before the start is: what comes between the two is behind this end.
		Map<TopicPartition, Long> end = this.consumer.endOffsets(there, PATIENCE);
		there.removeAll(this.consumer.assignment());
		if (!there.isEmpty()) {
			begin(there, end);
		}
		return there.size();
	}

	/**
	 * Whether there is anything to read.
	 * @return false as long as nobody has made the topic
	 */
	boolean exists() {
		return !this.consumer.assignment().isEmpty();
	}

	private void begin(Collection<TopicPartition> partitions, Map<TopicPartition, Long> end) {
		long since = this.clock.instant().minus(this.past).toEpochMilli();
		Map<TopicPartition, OffsetAndTimestamp> starts = this.consumer
			.offsetsForTimes(partitions.stream().collect(Collectors.toMap((it) -> it, (it) -> since)), PATIENCE);
		Set<TopicPartition> all = new HashSet<>(this.consumer.assignment());
		all.addAll(partitions);
		this.consumer.assign(all);
		for (TopicPartition partition : partitions) {
			OffsetAndTimestamp start = starts.get(partition);
			long last = Objects.requireNonNull(end.get(partition));
			this.consumer.seek(partition, (start != null) ? start.offset() : last);
			this.ends.put(partition, last);
		}
	}

	/**
	 * Waits for records.
	 * @param patience how long at most
	 * @return what has come, maybe nothing
	 */
	ConsumerRecords<String, byte[]> read(Duration patience) {
		return this.consumer.poll(patience);
	}

	/**
	 * Whether all was handed out that was there when the partitions were first seen.
	 * @return whether the past is known
	 */
	boolean caughtUp() {
		this.ends.entrySet().removeIf((end) -> this.consumer.position(end.getKey()) >= end.getValue());
		return this.ends.isEmpty();
	}

	@Override
	public void close() {
		this.consumer.close(SOON);
	}

	private static Map<String, Object> configuration(Map<String, String> given) {
		Map<String, Object> all = new HashMap<>();
		all.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
		all.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
		all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		// Whoever publishes makes the topic, as it should be.
		all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		all.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, (int) PATIENCE.toMillis());
		all.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
		all.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
		all.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
		all.put(ConsumerConfig.METRIC_REPORTER_CLASSES_CONFIG, "");
		all.put(ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
		all.putAll(given);
		return all;
	}

}
