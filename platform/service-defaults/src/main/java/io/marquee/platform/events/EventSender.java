package io.marquee.platform.events;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Sends outbox entries to Kafka as CloudEvents and says which were acknowledged.
 */
class EventSender {

	private static final Log log = LogFactory.getLog(EventSender.class);

	private final KafkaTemplate<String, CloudEvent> kafka;

	private final TraceContexts traces;

	private final URI source;

	private final Duration acknowledgement;

	EventSender(KafkaTemplate<String, CloudEvent> kafka, TraceContexts traces, String service,
			Duration acknowledgement) {
		this.kafka = kafka;
		this.traces = traces;
		this.source = URI.create("/" + service);
		this.acknowledgement = acknowledgement;
	}

	/**
	 * Sends the entries of many documents side by side, those of one document one after
	 * the other; the first failure of a document stops that document.
	 * @param source whose entries they are
	 * @param waiting entries by document id, in their order
	 * @return acknowledged event ids by document id
	 */
	Map<Object, List<String>> send(OutboxSource source, Map<Object, List<OutboxEntry>> waiting) {
		Map<Object, List<String>> acknowledged = new LinkedHashMap<>();
		Map<Object, CompletableFuture<?>> sending = new LinkedHashMap<>();
		waiting.forEach((id, entries) -> {
			List<String> done = new ArrayList<>();
			CompletableFuture<?> chain = CompletableFuture.completedFuture(null);
			for (OutboxEntry entry : entries) {
				chain = chain.thenCompose((previous) -> sendOne(source.topicOf(entry), entry)).thenRun(() -> {
					synchronized (done) {
						done.add(entry.id());
					}
				});
			}
			sending.put(id, chain);
			acknowledged.put(id, done);
		});
		CompletableFuture.allOf(sending.values().toArray(CompletableFuture[]::new))
			.orTimeout(this.acknowledgement.toMillis(), TimeUnit.MILLISECONDS)
			.exceptionally((failure) -> {
				log.warn("Kafka did not acknowledge; the events wait in the outbox: " + failure.getMessage());
				return null;
			})
			.join();
		Map<Object, List<String>> result = new LinkedHashMap<>();
		acknowledged.forEach((id, done) -> {
			synchronized (done) {
				if (!done.isEmpty()) {
					result.put(id, List.copyOf(done));
				}
			}
		});
		return result;
	}

	private CompletableFuture<?> sendOne(String topic, OutboxEntry entry) {
		CompletableFuture<Object> sent = new CompletableFuture<>();
		this.traces.continuing(entry.trace(), "outbox " + entry.type(), () -> {
			try {
				this.kafka.send(topic, entry.key(), cloudEvent(entry)).whenComplete((result, failure) -> {
					if (failure != null) {
						sent.completeExceptionally(failure);
					}
					else {
						sent.complete(entry.id());
					}
				});
			}
			catch (KafkaException ex) {
				sent.completeExceptionally(ex);
			}
		});
		return sent;
	}

	private CloudEvent cloudEvent(OutboxEntry entry) {
		return CloudEventBuilder.v1()
			.withId(entry.id())
			.withType(entry.type())
			.withSource(this.source)
			.withSubject(entry.key())
			.withTime(entry.occurredAt().atOffset(ZoneOffset.UTC))
			.withDataContentType("application/json")
			.withData(entry.data().getBytes(StandardCharsets.UTF_8))
			.build();
	}

}
