package io.marquee.platform.sample;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.cloudevents.CloudEvent;
import io.marquee.platform.events.EventData;
import io.marquee.platform.events.OutboxEntries;
import io.marquee.platform.events.OutboxEntry;
import io.marquee.platform.events.OutboxRelay;
import io.marquee.platform.events.OutboxSource;
import io.marquee.platform.money.Money;
import io.marquee.platform.security.CurrentUser;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.FieldProblem;
import io.marquee.platform.web.PageView;
import io.marquee.platform.web.Paging;
import io.marquee.platform.web.ResponseMessage;
import io.marquee.platform.web.SortableBy;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The smallest service there can be, to test what every service gets. */
@SpringBootApplication
@EnableFeignClients(clients = SampleApplication.OtherService.class)
public class SampleApplication {

	static final String TOPIC = "sample.v1";

	@Bean
	OutboxSource things() {
		return new OutboxSource("things", TOPIC);
	}

	/** An aggregate with its outbox. */
	record Thing(String id, String name, Money worth, Instant createdAt, List<OutboxEntry> outbox) {

	}

	record NewThing(@NotBlank String name, @Min(1) int count) {

	}

	record Named(String name) {

	}

	/** Another service, as this one sees it. */
	@FeignClient(name = "other-service")
	interface OtherService {

		@GetMapping("/internal/{id}")
		Named internal(@PathVariable("id") String id);

		@GetMapping("/api/v1/{id}")
		Named forTheUser(@PathVariable("id") String id);

	}

	/** Answers of every kind. */
	@RestController
	static class Things {

		private final MongoTemplate mongo;

		private final OutboxEntries entries;

		private final OutboxRelay relay;

		private final OtherService other;

		Things(MongoTemplate mongo, OutboxEntries entries, OutboxRelay relay, OtherService other) {
			this.other = other;
			this.mongo = mongo;
			this.entries = entries;
			this.relay = relay;
		}

		@GetMapping("/api/v1/public/greeting")
		@ResponseMessage("Hello")
		Named greeting() {
			return new Named("world");
		}

		@GetMapping("/api/v1/public/address")
		Named address(HttpServletRequest request) {
			return new Named(request.getScheme() + "://" + request.getRemoteAddr());
		}

		@GetMapping("/api/v1/things")
		PageView<String> list(@SortableBy({ "name" }) Paging paging) {
			return PageView.cut(List.of("a", "b", "c"), paging);
		}

		@PostMapping("/api/v1/things")
		@ResponseStatus(HttpStatus.CREATED)
		Thing create(@RequestBody @Valid NewThing request) {
			OutboxEntry event = this.entries.of("sample.created", request.name(), new Named(request.name()));
			Thing thing = this.mongo.insert(
					new Thing(request.name(), request.name(), Money.of("12.5", "INR"), Instant.now(), List.of(event)),
					"things");
			this.relay.publishSoon("things", thing.id());
			return thing;
		}

		@GetMapping("/api/v1/things/{id}")
		Thing get(@PathVariable String id) {
			throw new ApiException(HttpStatus.CONFLICT, "THING_TAKEN", "It is taken",
					List.of(new FieldProblem("id", id)));
		}

		@GetMapping("/api/v1/me")
		CurrentUser me(CurrentUser user) {
			return user;
		}

		@GetMapping("/api/v1/remote/{id}")
		Named remote(@PathVariable String id) {
			return this.other.internal(id);
		}

		@GetMapping("/api/v1/relayed/{id}")
		Named relayed(@PathVariable String id) {
			return this.other.forTheUser(id);
		}

		@GetMapping("/api/v1/admin/things")
		List<String> admin() {
			return List.of();
		}

		@GetMapping("/internal/things")
		Named internal() {
			return new Named("plain");
		}

		@GetMapping("/api/v1/broken")
		Named broken() {
			throw new IllegalStateException("the secret reason");
		}

	}

	/** Remembers what it heard; chokes on one kind of event. */
	@Component
	static class Listener {

		final Queue<CloudEvent> heard = new ConcurrentLinkedQueue<>();

		final Queue<String> names = new ConcurrentLinkedQueue<>();

		final Map<String, String> traces = new ConcurrentHashMap<>();

		final Queue<CloudEvent> dead = new ConcurrentLinkedQueue<>();

		private final EventData data;

		private final Tracer tracer;

		Listener(EventData data, Tracer tracer) {
			this.tracer = tracer;
			this.data = data;
		}

		@KafkaListener(topics = TOPIC, groupId = "sample")
		void on(CloudEvent event) {
			Named named = this.data.read(event, Named.class);
			if (named.name().startsWith("poison")) {
				throw new IllegalStateException("cannot digest");
			}
			this.heard.add(event);
			this.traces.put(named.name(), this.tracer.currentTraceContext().context().traceId());
			this.names.add(named.name());
		}

		@KafkaListener(topics = TOPIC + ".sample.dlt", groupId = "sample-dead")
		void onDead(CloudEvent event) {
			this.dead.add(event);
		}

	}

}
