package io.marquee.booking.booking;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.marquee.booking.support.MovableClock;
import io.marquee.booking.support.Neighbours;
import io.marquee.booking.support.PublishedEvents;
import io.marquee.test.ServiceIT;
import io.marquee.test.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service as its clients see it; time and the sweeper are the test's to move. */
@ServiceIT
@Import(BookingIT.Surroundings.class)
abstract class BookingIT {

	static final Neighbours neighbours = Neighbours.shared();

	private static final JsonMapper json = JsonMapper.builder().build();

	private static final HttpClient client = HttpClient.newHttpClient();

	@Autowired
	TestTokens tokens;

	@Autowired
	MongoTemplate mongo;

	@Autowired
	MovableClock clock;

	@Autowired
	PublishedEvents events;

	@Autowired
	WatchingDeadlines deadlines;

	@LocalServerPort
	private int port;

	String show;

	@DynamicPropertySource
	static void surroundings(DynamicPropertyRegistry registry) {
		registry.add("spring.cloud.discovery.client.simple.instances.catalog-service[0].uri", neighbours::url);
		registry.add("spring.cloud.discovery.client.simple.instances.offers-service[0].uri", neighbours::url);
		registry.add("MARQUEE_PAYMENTS_URL", neighbours::paymentsUrl);
		registry.add("MARQUEE_PAYMENTS_API_KEY", () -> Neighbours.API_KEY);
		registry.add("MARQUEE_PAYMENTS_WEBHOOK_SECRET", () -> Neighbours.WEBHOOK_SECRET);
		registry.add("MARQUEE_TICKET_KEYS", () -> "test:" + "k".repeat(44));
		registry.add("marquee.payments.simulated.webhook-tolerance", () -> "365d");
		registry.add("marquee.booking.sweep-interval", () -> "1h");
		registry.add("marquee.booking.cancelled-shows-interval", () -> "1h");
		registry.add("marquee.booking.count-interval", () -> "200ms");
		registry.add("marquee.audit.check-interval", () -> "1h");
		registry.add("marquee.events.settle", () -> "200ms");
		registry.add("marquee.events.sweep-interval", () -> "200ms");
	}

	@BeforeEach
	void scheduleAShow() {
		neighbours.serviceRunsOn(this.port);
		neighbours.down(false);
		this.show = "show-" + UUID.randomUUID();
		neighbours.schedule(this.show, this.clock.instant().plus(Duration.ofHours(5)), "SCHEDULED");
	}

	@AfterEach
	void startNeighbours() {
		neighbours.down(false);
	}

	Answer book(String user, String... seats) {
		return post("/bookings/book", this.tokens.user(user), booking(seats));
	}

	String booking(String... seats) {
		return "{\"showId\":\"%s\",\"seats\":[\"%s\"]}".formatted(this.show, String.join("\",\"", seats));
	}

	Answer confirm(String user, Answer booking, String token) {
		return post("/bookings/confirm", this.tokens.user(user), payment(booking, token));
	}

	static String payment(Answer booking, String token) {
		String type = switch (token.substring(0, token.indexOf('_'))) {
			case "upi" -> "UPI";
			case "nb" -> "NETBANKING";
			case "wallet" -> "WALLET";
			default -> "CARD";
		};
		return "{\"paymentId\":\"%s\",\"paymentMethod\":{\"type\":\"%s\",\"token\":\"%s\"}}"
			.formatted(booking.data("paymentId"), type, token);
	}

	Answer status(String user, Answer booking) {
		return get("/bookings/status/" + booking.data("id"), this.tokens.user(user));
	}

	String seat(String name) {
		return get("/bookings/seats/" + this.show, null).body()
			.path("data")
			.path("seats")
			.valueStream()
			.filter((seat) -> seat.path("seat").asString().equals(name))
			.map((seat) -> seat.path("state").asString())
			.findAny()
			.orElseThrow();
	}

	Answer cancel(String user, Answer booking) {
		return send(HttpRequest.newBuilder(uri("/bookings/cancel/" + booking.data("id")))
			.method("PATCH", BodyPublishers.noBody()), this.tokens.user(user));
	}

	static <T> List<T> atOnce(int count, IntFunction<T> call) {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			return IntStream.range(0, count)
				.mapToObj((i) -> threads.submit(() -> call.apply(i)))
				.toList()
				.stream()
				.map(BookingIT::result)
				.toList();
		}
	}

	private static <T> T result(Future<T> future) {
		try {
			return future.get();
		}
		catch (ExecutionException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	Answer get(String path, String token) {
		return send(HttpRequest.newBuilder(uri(path)), token);
	}

	Answer delete(String path, String token) {
		return send(HttpRequest.newBuilder(uri(path)).DELETE(), token);
	}

	Answer post(String path, String token, String body) {
		return send(HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofString(body)), token);
	}

	Answer post(String path, String token, String key, String body) {
		return send(
				HttpRequest.newBuilder(uri(path)).header("Idempotency-Key", key).POST(BodyPublishers.ofString(body)),
				token);
	}

	/** A file, from any path of the service. */
	HttpResponse<byte[]> download(String path, String token, String type) {
		try {
			return client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
				.header("Authorization", "Bearer " + token)
				.header("Accept", type)
				.build(), BodyHandlers.ofByteArray());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	URI uri(String path) {
		return URI.create("http://localhost:" + this.port + "/api/v1" + path).normalize();
	}

	private static Answer send(HttpRequest.Builder request, String token) {
		if (token != null) {
			request.header("Authorization", "Bearer " + token);
		}
		try {
			HttpResponse<String> response = client.send(request.header("Content-Type", "application/json").build(),
					BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.body(), response.headers().firstValue("ETag"),
					response.headers().firstValue("Retry-After"));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	Instant now() {
		return this.clock.instant();
	}

	record Answer(int status, String text, Optional<String> etag, Optional<String> retryAfter) {

		JsonNode body() {
			return json.readTree(this.text);
		}

		String data(String field) {
			return body().path("data").path(field).asString();
		}

		String code() {
			return body().path("code").asString();
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Surroundings {

		@Bean
		MovableClock clock() {
			return new MovableClock();
		}

		@Bean
		PublishedEvents publishedEvents() {
			return new PublishedEvents();
		}

	}

}
