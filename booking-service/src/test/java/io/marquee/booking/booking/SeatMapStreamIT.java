package io.marquee.booking.booking;

import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.marquee.booking.BookingServiceApplication;
import io.marquee.booking.support.EventStreamClient;
import io.marquee.booking.support.EventStreamClient.Event;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Nothing is read unless an event says so, which is what is tested here. */
@TestPropertySource(properties = { "marquee.booking.seat-map.refresh=1h", "marquee.booking.seat-map.heartbeat=400ms",
		"marquee.booking.seat-map.max-subscribers=4" })
class SeatMapStreamIT extends BookingIT {

	private static boolean warm;

	private final List<EventStreamClient> streams = new ArrayList<>();

	@Autowired
	private Environment environment;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private KafkaTemplate<String, CloudEvent> kafka;

	@BeforeEach
	void awaitTheFirstEvent() {
		if (!warm) {
			EventStreamClient stream = open(null);
			AtomicInteger seat = new AtomicInteger();
			await().timeout(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(300)).until(() -> {
				book("early-" + seat.incrementAndGet(), "H" + (seat.get() % 10 + 1));
				return stream.hasEvent() && stream.next().name().equals("changes");
			});
			stream.close();
			warm = true;
		}
	}

	@AfterEach
	void close() {
		this.streams.forEach(EventStreamClient::close);
		await().until(() -> subscribers() == 0);
	}

	@Test
	void beginsWithTheSeatMapAndTellsEveryChange() throws Exception {
		EventStreamClient stream = open(null);
		assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
		assertThat(stream.header("ETag")).isEmpty();
		assertThat(stream.header("Cache-Control")).isEqualTo("no-store");
		Event snapshot = stream.next();
		assertThat(snapshot.name()).isEqualTo("snapshot");
		assertThat(snapshot.json()).isEqualTo(get("/bookings/seats/" + this.show, null).body().path("data"));
		Answer booking = book("u-1", "A1", "A2");
		assertThat(changes(stream)).isEqualTo(Map.of("A1", "held", "A2", "held"));
		confirm("u-1", booking, "tok_visa");
		assertThat(changes(stream)).isEqualTo(Map.of("A1", "booked", "A2", "booked"));
		Answer hold = book("u-1", "A3");
		assertThat(changes(stream)).isEqualTo(Map.of("A3", "held"));
		delete("/bookings/" + hold.data("id") + "/hold", this.tokens.user("u-1"));
		assertThat(changes(stream)).isEqualTo(Map.of("A3", "available"));
	}

	@Test
	void whoComesBackGetsExactlyWhatItMissed() throws Exception {
		EventStreamClient stream = open(null);
		stream.next();
		Answer first = book("u-1", "A1");
		Event seen = stream.next();
		stream.close();
		confirm("u-1", first, "tok_visa");
		book("u-2", "B1");
		Answer passing = book("u-3", "C1");
		delete("/bookings/" + passing.data("id") + "/hold", this.tokens.user("u-3"));
		// While the first stream lingers, who comes back may be told in two steps.
		await().until(() -> subscribers() == 0);
		EventStreamClient again = open(seen.id());
		Event missed = again.next();
		assertThat(changes(missed)).isEqualTo(Map.of("A1", "booked", "B1", "held"));
		EventStreamClient upToDate = open(missed.id());
		upToDate.awaitHeartbeat();
		assertThat(upToDate.hasEvent()).isFalse();
	}

	@Test
	void anotherReplicaGoesOnWhereOneHasStopped() throws Exception {
		EventStreamClient stream = open(null);
		Event seen = stream.next();
		ConfigurableApplicationContext other = replica();
		int port = other.getEnvironment().getRequiredProperty("local.server.port", int.class);
		book("u-1", "A1");
		assertThat(changes(stream)).isEqualTo(Map.of("A1", "held"));
		EventStreamClient there = open(port, seen.id());
		Event missed = there.next();
		assertThat(changes(missed)).isEqualTo(Map.of("A1", "held"));
		Thread closing = Thread.ofVirtual().start(other::close);
		assertThat(there.next()).isEqualTo(EventStreamClient.END);
		closing.join();
		book("u-1", "A2");
		assertThat(changes(open(missed.id()))).isEqualTo(Map.of("A2", "held"));
	}

	@Test
	void readerThatDoesNotReadHoldsNobodyUp() throws Exception {
		try (Socket idle = new Socket("localhost", uri("").getPort())) {
			idle.getOutputStream()
				.write(("GET " + uri(path()).getPath() + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			await().until(() -> subscribers() == 1);
			EventStreamClient stream = open(null);
			stream.next();
			for (int i = 1; i <= 10; i++) {
				book("u-" + i, "F" + i);
				assertThat(changes(stream)).isEqualTo(Map.of("F" + i, "held"));
			}
		}
	}

	@Test
	void showThatIsCancelledIsClosed() throws Exception {
		EventStreamClient stream = open(null);
		stream.next();
		// Again and again, because the first message makes the topic, which is not heard.
		await().pollInterval(Duration.ofMillis(300)).until(() -> {
			this.kafka.send("marquee.catalog.v1", this.show, cancellation()).join();
			return stream.hasEvent();
		});
		Event closed = stream.next();
		assertThat(closed.name()).isEqualTo("closed");
		assertThat(closed.json().path("showId").asString()).isEqualTo(this.show);
		assertThat(stream.next()).isEqualTo(EventStreamClient.END);
		assertThat(open(closed.id()).status()).isEqualTo(204);
		EventStreamClient late = open(null);
		assertThat(Stream.of(late.next(), late.next(), late.next())).extracting(Event::name)
			.containsExactly("snapshot", "closed", "end");
	}

	@Test
	void refusesMoreSubscribersThanItCanServe() {
		for (int i = 0; i < 4; i++) {
			assertThat(open(null).status()).isEqualTo(200);
		}
		EventStreamClient refused = open(null);
		assertThat(refused.status()).isEqualTo(503);
		assertThat(refused.header("Retry-After")).isEqualTo("10");
		assertThat(get("/bookings/seats/" + this.show, null).status()).isEqualTo(200);
	}

	@Test
	void anUnknownShowIsNotFound() {
		this.show = "none";
		EventStreamClient refused = open(null);
		assertThat(refused.status()).isEqualTo(404);
		assertThat(refused.header("Content-Type")).startsWith("application/json");
	}

	private CloudEvent cancellation() {
		return CloudEventBuilder.v1()
			.withId(UUID.randomUUID().toString())
			.withType("marquee.show.cancelled")
			.withSource(URI.create("/test"))
			.withSubject(this.show)
			.withData("application/json", "{}".getBytes(StandardCharsets.US_ASCII))
			.build();
	}

	private double subscribers() {
		return this.meters.get("marquee.seatmap.subscribers").gauge().value();
	}

	private String path() {
		return "/bookings/seats/" + this.show + "/stream";
	}

	private EventStreamClient open(String lastEventId) {
		return open(uri("").getPort(), lastEventId);
	}

	private EventStreamClient open(int port, String lastEventId) {
		EventStreamClient stream = EventStreamClient.open(URI.create("http://localhost:" + port + "/api/v1" + path()),
				lastEventId);
		this.streams.add(stream);
		return stream;
	}

	private static Map<String, String> changes(EventStreamClient stream) throws InterruptedException {
		return changes(stream.next());
	}

	private static Map<String, String> changes(Event event) {
		assertThat(event.name()).isEqualTo("changes");
		return event.json()
			.valueStream()
			.collect(Collectors.toMap((seat) -> seat.path("seat").asString(), (seat) -> seat.path("state").asString()));
	}

	private ConfigurableApplicationContext replica() {
		String[] settings = Stream
			.of("spring.mongodb.uri", "spring.mongodb.database", "spring.kafka.bootstrap-servers",
					"marquee.security.issuer", "marquee.security.jwk-set-uri",
					"spring.security.oauth2.client.provider.keycloak.token-uri", "MARQUEE_SERVICE_CLIENT_SECRET",
					"management.tracing.export.zipkin.enabled", "MARQUEE_PAYMENTS_URL", "MARQUEE_PAYMENTS_API_KEY",
					"MARQUEE_PAYMENTS_WEBHOOK_SECRET", "MARQUEE_TICKET_KEYS", "spring.cloud.config.enabled",
					"eureka.client.enabled", "logging.structured.format.console", "server.port",
					"spring.cloud.discovery.client.simple.instances.catalog-service[0].uri")
			.map((name) -> "--" + name + "=" + this.environment.getProperty(name, ""))
			.toArray(String[]::new);
		return new SpringApplicationBuilder(BookingServiceApplication.class).run(settings);
	}

}
