package io.marquee.catalog;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpMethod;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@CatalogIT
class CatalogEventsIT {

	private static final String SHOWS = "/api/v1/admin/shows";

	@Autowired
	private CatalogClient client;

	@Autowired
	private Listener listener;

	@Autowired
	private MongoTemplate mongo;

	@Autowired
	private KafkaTemplate<String, CloudEvent> kafka;

	@Test
	void tellsEveryChangeAsTheContractsSay() {
		String movie = this.client.newMovie();
		JsonNode venue = this.client.newVenue();
		String body = CatalogClient.show(movie, venue, CatalogClient.inDays(3));
		String show = this.client.admin(HttpMethod.POST, SHOWS, body, 201).get("id").asString();
		this.client.admin(HttpMethod.PUT, SHOWS + "/" + show, body.replace("300.00", "350.00"), 200);
		this.client.admin(HttpMethod.PATCH, SHOWS + "/" + show + "/cancel", null, 200);
		this.client.admin(HttpMethod.DELETE, "/api/v1/admin/movies/" + movie, null, 200);
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			assertThat(types(show)).containsExactly("marquee.show.scheduled", "marquee.show.changed",
					"marquee.show.cancelled");
			assertThat(types(movie)).containsExactly("marquee.movie.changed", "marquee.movie.changed");
			assertThat(types(venue.get("id").asString())).containsExactly("marquee.venue.changed");
		});
		assertThat(this.listener.heard).allSatisfy((event) -> {
			assertThat(new Contract(event.getType()).violations(data(event))).as(data(event)).isEmpty();
			assertThat(event.getSource()).isEqualTo(URI.create("/catalog-service"));
		});
	}

	@Test
	void tellsOfEveryDemoShow() {
		this.client.awaitDemo();
		await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
			List<String> demo = this.listener.heard.stream()
				.map((event) -> String.valueOf(event.getSubject()))
				.filter((subject) -> subject.startsWith("shw-"))
				.distinct()
				.toList();
			assertThat(demo).hasSizeGreaterThan(900);
		});
	}

	@Test
	void countsTheSeatsOfABookingOnceHoweverOftenItHears() {
		JsonNode show = this.client.admin(HttpMethod.POST, SHOWS,
				CatalogClient.show(this.client.newMovie(), this.client.newVenue(), CatalogClient.inDays(6)), 201);
		String id = show.get("id").asString();
		int total = show.get("seatsLeft").asInt();
		send("held", "b-1", id, 2);
		send("held", "b-1", id, 2);
		send("confirmed", "b-1", id, 2);
		send("held", "b-2", id, 3);
		awaitSeatsLeft(id, total - 5);
		assertThat(this.client.refused(HttpMethod.DELETE, SHOWS + "/" + id, null, 409).get("code").asString())
			.isEqualTo("SHOW_HAS_BOOKINGS");
		send("expired", "b-2", id, 3);
		send("expired", "b-2", id, 3);
		send("released", "b-3", id, 1);
		awaitSeatsLeft(id, total - 2);
		send("payment-failed", "b-4", id, "HELD", 1);
		send("held", "b-4", id, 1);
		send("payment-failed", "b-4", id, "HELD", 1);
		send("held", "b-5", id, 1);
		awaitSeatsLeft(id, total - 4);
		send("payment-failed", "b-4", id, "FAILED", 1);
		send("refunded", "b-5", id, "REFUNDED", 1);
		awaitSeatsLeft(id, total - 2);
		send("cancelled", "b-1", id, "REFUND_PENDING", 2);
		send("refunded", "b-1", id, "REFUNDED", 2);
		awaitSeatsLeft(id, total);
		this.client.admin(HttpMethod.DELETE, SHOWS + "/" + id, null, 200);
	}

	@Test
	void tellsOnceThatAShowIsOverAndFreesWhatItKept() {
		String id = this.client
			.admin(HttpMethod.POST, SHOWS,
					CatalogClient.show(this.client.newMovie(), this.client.newVenue(), CatalogClient.inDays(6)), 201)
			.get("id")
			.asString();
		send("held", "b-over", id, 2);
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(stored(id).getList("takenBy", String.class)).containsExactly("b-over"));
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(id)),
				new Update().set("startsAt", Instant.now().minusSeconds(9000))
					.set("endsAt", Instant.now().minusSeconds(1)),
				"shows");
		await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
			assertThat(types(id)).containsExactly("marquee.show.scheduled", "marquee.show.completed");
			assertThat(stored(id).getString("status")).isEqualTo("COMPLETED");
			assertThat(stored(id)).doesNotContainKeys("slots", "takenBy");
		});
		send("confirmed", "b-over", id, 2);
		assertThat(stored(id).getInteger("seatsTaken")).isEqualTo(2);
	}

	private Document stored(String show) {
		return Objects.requireNonNull(this.mongo.findById(show, Document.class, "shows"));
	}

	private void awaitSeatsLeft(String show, int seats) {
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(this.client.read("/api/v1/user/shows/" + show).get("seatsLeft").asInt())
				.isEqualTo(seats));
	}

	private void send(String what, String booking, String show, int seats) {
		send(what, booking, show, what.equals("held") ? "HELD" : what.toUpperCase(Locale.ROOT), seats);
	}

	private void send(String what, String booking, String show, String status, int seats) {
		List<String> names = IntStream.rangeClosed(1, seats).mapToObj((n) -> "\"A" + n + "\"").toList();
		String data = "{\"bookingId\":\"%s\",\"userId\":\"u-1\",\"showId\":\"%s\",\"status\":\"%s\",\"seats\":%s}"
			.formatted(booking, show, status, names);
		CloudEvent event = CloudEventBuilder.v1()
			.withId(UUID.randomUUID().toString())
			.withType("marquee.booking." + what)
			.withSource(URI.create("/booking-service"))
			.withSubject(booking)
			.withDataContentType("application/json")
			.withData(data.getBytes(StandardCharsets.UTF_8))
			.build();
		this.kafka.send("marquee.bookings.v1", booking, event).join();
	}

	private Collection<String> types(String subject) {
		return this.listener.heard.stream()
			.filter((event) -> subject.equals(event.getSubject()))
			.collect(Collectors.toMap(CloudEvent::getId, CloudEvent::getType, (one, again) -> one, LinkedHashMap::new))
			.values();
	}

	private static String data(CloudEvent event) {
		return (event.getData() != null) ? new String(event.getData().toBytes(), StandardCharsets.UTF_8) : "";
	}

	@TestComponent
	static class Listener {

		private final List<CloudEvent> heard = new CopyOnWriteArrayList<>();

		@KafkaListener(topics = "marquee.catalog.v1", groupId = "test-#{T(java.util.UUID).randomUUID()}")
		void on(CloudEvent event) {
			this.heard.add(event);
		}

	}

}
