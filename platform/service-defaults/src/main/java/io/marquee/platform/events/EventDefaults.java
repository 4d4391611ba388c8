package io.marquee.platform.events;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

import io.cloudevents.CloudEvent;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.ExponentialBackOffWithMaxRetries;

import io.marquee.platform.mongo.CollectionIndexes;

/**
 * Events over Kafka: CloudEvents in binary mode, bounded retry, dead-letter topics, and
 * the outbox relay for services that have an {@link OutboxSource}.
 */
@AutoConfiguration(after = { KafkaAutoConfiguration.class, DataMongoAutoConfiguration.class })
@ConditionalOnClass({ KafkaTemplate.class, CloudEvent.class })
@EnableConfigurationProperties(EventSettings.class)
class EventDefaults {

	private static final double BACK_OFF_FACTOR = 2;

	private static final long LONGEST_RETRY_MILLIS = 10_000;

	@Bean
	TraceContexts traceContexts(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
		return new TraceContexts(tracer.getIfAvailable(), propagator.getIfAvailable());
	}

	@Bean
	OutboxEntries outboxEntries(JsonMapper json, ObjectProvider<Clock> clock, TraceContexts traces) {
		return new OutboxEntries(json, clock.getIfAvailable(Clock::systemUTC), traces);
	}

	@Bean
	EventData eventData(JsonMapper json) {
		return new EventData(json);
	}

	/**
	 * Tries a message a bounded number of times, then moves it to
	 * {@code <topic>.<group>.dlt} so that it blocks nothing behind it.
	 */
	@Bean
	DefaultErrorHandler deadLetters(KafkaTemplate<String, CloudEvent> events, ProducerFactory<String, ?> producers,
			EventSettings settings) {
		Map<String, Object> raw = new LinkedHashMap<>(producers.getConfigurationProperties());
		KafkaOperations<String, byte[]> bytes = new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(raw,
				new org.apache.kafka.common.serialization.StringSerializer(), new ByteArraySerializer()));
		Map<Class<?>, KafkaOperations<?, ?>> templates = new LinkedHashMap<>();
		templates.put(byte[].class, bytes);
		templates.put(CloudEvent.class, events);
		DeadLetterPublishingRecoverer recoverer = new DeadLetterPublishingRecoverer(templates,
				(message, failure) -> new TopicPartition(deadLetterTopic(message.topic(), failure), -1));
		ExponentialBackOffWithMaxRetries backOff = new ExponentialBackOffWithMaxRetries(settings.attempts() - 1);
		backOff.setInitialInterval(settings.firstRetry().toMillis());
		backOff.setMultiplier(BACK_OFF_FACTOR);
		backOff.setMaxInterval(LONGEST_RETRY_MILLIS);
		return new DefaultErrorHandler(recoverer, backOff);
	}

	private static String deadLetterTopic(String topic, Exception failure) {
		String group = (failure instanceof org.springframework.kafka.listener.ListenerExecutionFailedException listener
				&& listener.getGroupId() != null) ? listener.getGroupId() : "unknown";
		return topic + "." + group + ".dlt";
	}

	/** Only for services with an outbox. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MongoTemplate.class)
	@ConditionalOnBean(OutboxSource.class)
	static class Relay {

		@Bean
		OutboxRelay outboxRelay(ObjectProvider<OutboxSource> sources, MongoTemplate mongo,
				KafkaTemplate<String, CloudEvent> kafka, TraceContexts traces, EventSettings settings, Clock clock,
				MeterRegistry meters, @Value("${spring.application.name}") String service) {
			EventSender sender = new EventSender(kafka, traces, service, settings.acknowledgement());
			OutboxRelay relay = new OutboxRelay(sources.orderedStream().toList(), mongo, sender, settings, clock);
			Gauge.builder("marquee.outbox.depth", relay, OutboxRelay::depth)
				.description("Documents with events that Kafka has not acknowledged yet, capped at one batch")
				.baseUnit("documents")
				.register(meters);
			return relay;
		}

		@Bean
		CollectionIndexes outboxIndexes(ObjectProvider<OutboxSource> sources) {
			CollectionIndexes indexes = CollectionIndexes.none();
			for (OutboxSource source : sources.orderedStream().toList()) {
				indexes = indexes.and(source.collection(),
						new Index().on("outbox.occurredAt", Sort.Direction.ASC).named("outbox_waiting").sparse());
			}
			return indexes;
		}

		@Bean
		KafkaAdmin.NewTopics outboxTopics(ObjectProvider<OutboxSource> sources, EventSettings settings) {
			Map<String, Boolean> topics = new LinkedHashMap<>();
			sources.orderedStream()
				.forEach((source) -> topics.merge(source.topic(), source.compacted(), Boolean::logicalAnd));
			return new KafkaAdmin.NewTopics(topics.entrySet().stream().map((topic) -> {
				TopicBuilder builder = TopicBuilder.name(topic.getKey()).partitions(settings.partitions());
				return (topic.getValue() ? builder.compact() : builder).build();
			}).toArray(org.apache.kafka.clients.admin.NewTopic[]::new));
		}

		@Bean
		TopicCreation topicCreation(KafkaAdmin admin) {
			return new TopicCreation(admin);
		}

	}

}
