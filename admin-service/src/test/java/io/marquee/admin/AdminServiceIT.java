package io.marquee.admin;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.marquee.admin.figures.BookingEventFixture;
import io.marquee.test.ServiceIT;
import io.marquee.test.TestTokens;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpHeaders;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Events in, figures out, with a real broker and store.
 */
@ServiceIT
@TestPropertySource(properties = { "marquee.events.first-retry=10ms", "marquee.events.attempts=2" })
class AdminServiceIT {

	private static final OtherServiceStub CATALOG = new OtherServiceStub();

	private static final OtherServiceStub IDENTITY = new OtherServiceStub();

	private static final Duration SOON = Duration.ofSeconds(30);

	private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

	private static final String TODAY = "2026-11-22";

	@Autowired
	private RestTestClient client;

	@Autowired
	private TestTokens tokens;

	@Autowired
	private MongoTemplate mongo;

	@Autowired
	private KafkaTemplate<String, CloudEvent> kafka;

	@DynamicPropertySource
	static void addresses(DynamicPropertyRegistry registry) {
		registry.add("spring.cloud.discovery.client.simple.instances.auth-service[0].uri", IDENTITY::address);
		registry.add("spring.cloud.discovery.client.simple.instances.catalog-service[0].uri", CATALOG::address);
	}

	@BeforeEach
	void nothingWasSoldYet() {
		this.mongo.remove(new Query(), "bookingFacts");
		this.mongo.remove(new Query(), "dayFigures");
		CATALOG.up(true);
	}

	@Test
	void countsBookingsAndTheirMoney() {
		String first = booking();
		publish("held", first, "movie-1", "500.00", NOW);
		publish("confirmed", first, "movie-1", "500.00", NOW);
		String second = booking();
		publish("held", second, "movie-2", "250.50", NOW);
		publish("confirmed", second, "movie-2", "250.50", NOW);
		publish("held", booking(), "movie-2", "900.00", NOW);
		await().atMost(SOON).untilAsserted(() -> {
			String stats = stats();
			assertThat(at(stats, "bookings.today")).isEqualTo(2);
			assertThat(at(stats, "revenue.today.amount")).isEqualTo("750.50");
			assertThat(at(stats, "revenue.month.currency")).isEqualTo("INR");
			assertThat(at(stats, "holds.made")).isEqualTo(3);
			assertThat(at(stats, "holds.confirmed")).isEqualTo(2);
			assertThat(at(stats, "topMovies[0].id")).isEqualTo("movie-1");
			assertThat(at(stats, "topVenues[0].seats")).isEqualTo(4);
			assertThat(at(stats, "byDay[29].day")).isEqualTo(TODAY);
			assertThat(at(stats, "byDay[29].bookings")).isEqualTo(2);
		});
	}

	@Test
	void countsABookingOnceHoweverOftenAndInWhateverOrderItsEventsCome() {
		String booking = booking();
		publishBack("refunded", booking, "500.00", "500.00", NOW.plusSeconds(3));
		publishBack("cancelled", booking, "500.00", "500.00", NOW.plusSeconds(2));
		publish("confirmed", booking, "movie-1", "500.00", NOW.plusSeconds(1));
		publish("held", booking, "movie-1", "500.00", NOW);
		publish("confirmed", booking, "movie-1", "500.00", NOW.plusSeconds(1));
		String standing = booking();
		publish("confirmed", standing, "movie-1", "300.00", NOW);
		publish("confirmed", standing, "movie-1", "300.00", NOW);
		await().atMost(SOON).untilAsserted(() -> {
			String stats = stats();
			assertThat(at(stats, "cancellations.today")).isEqualTo(1);
			assertThat(at(stats, "holds.made")).isEqualTo(1);
			assertThat(at(stats, "bookings.today")).isEqualTo(1);
			assertThat(at(stats, "revenue.today.amount")).isEqualTo("300.00");
			assertThat(changesOfToday()).isGreaterThanOrEqualTo(6);
		});
		assertThat(at(stats(), "bookings.today")).isEqualTo(1);
	}

	@Test
	void takesACancelledBookingOutOfTheDayItWasConfirmedOn() {
		Instant lastWeek = NOW.minus(Duration.ofDays(8));
		String booking = booking();
		publish("confirmed", booking, "movie-1", "500.00", lastWeek);
		await().atMost(SOON).untilAsserted(() -> assertThat(at(stats(), "bookings.month")).isEqualTo(1));
		assertThat(at(stats(), "bookings.week")).isEqualTo(0);
		publish("cancelled", booking, "movie-1", "500.00", NOW);
		await().atMost(SOON).untilAsserted(() -> {
			assertThat(at(stats(), "bookings.month")).isEqualTo(0);
			assertThat(at(stats(), "cancellations.today")).isEqualTo(1);
		});
	}

	@Test
	void keepsWhatACancellationDoesNotGiveBackAndCountsEachRefundOnce() {
		String booking = booking();
		publish("confirmed", booking, "movie-1", "500.00", NOW);
		publishBack("cancelled", booking, "500.00", "250.00", NOW.plusSeconds(1));
		await().atMost(SOON).untilAsserted(() -> assertThat(at(stats(), "revenue.today.amount")).isEqualTo("250.00"));
		publishBack("refunded", booking, "500.00", "250.00", NOW.plusSeconds(2));
		publishBack("refunded", booking, "500.00", "250.00", NOW.plusSeconds(2));
		publishBack("refunded", booking, "500.00", "100.00", NOW.plusSeconds(3));
		await().atMost(SOON).untilAsserted(() -> assertThat(at(stats(), "revenue.today.amount")).isEqualTo("150.00"));
		assertThat(at(stats(), "bookings.today")).isEqualTo(0);
		assertThat(at(stats(), "cancellations.today")).isEqualTo(1);
	}

	@Test
	void countsNeitherAHoldOfACancelledShowNorMoneyThatCameTooLate() {
		String hold = booking();
		publish("held", hold, "movie-1", "500.00", NOW);
		publish("cancelled", hold, "movie-1", "500.00", NOW.plusSeconds(1));
		String late = booking();
		publish("held", late, "movie-1", "500.00", NOW);
		publishBack("refunded", late, "500.00", "500.00", NOW.plusSeconds(1));
		publish("confirmed", booking(), "movie-1", "300.00", NOW);
		await().atMost(SOON).untilAsserted(() -> {
			assertThat(at(stats(), "holds.made")).isEqualTo(2);
			assertThat(at(stats(), "revenue.today.amount")).isEqualTo("300.00");
		});
		assertThat(at(stats(), "cancellations.today")).isEqualTo(0);
	}

	@Test
	void reckonsADayAgainOnlyWhenItHasChanged() {
		publish("confirmed", booking(), "movie-1", "500.00", NOW);
		await().atMost(SOON).untilAsserted(() -> assertThat(at(stats(), "bookings.today")).isEqualTo(1));
		// Behind the service's back: what is kept is shown, until an event says
		// otherwise.
		this.mongo.remove(new Query(), "bookingFacts");
		assertThat(at(stats(), "bookings.today")).isEqualTo(1);
	}

	@Test
	void goesOnAfterAnEventThatCannotBeRead() {
		this.kafka.send("marquee.bookings.v1", "any", event("confirmed", "any", "{\"bookingId\":17}"));
		publish("confirmed", "any", "movie-1", "500.00", NOW);
		await().atMost(SOON).untilAsserted(() -> assertThat(at(stats(), "bookings.today")).isEqualTo(1));
	}

	@Test
	void showsTheTotalsOfOtherServices() {
		String stats = stats();
		assertThat(at(stats, "totals.movies")).isEqualTo(60);
		assertThat(at(stats, "totals.activeShows")).isEqualTo(400);
		assertThat(at(stats, "totals.users")).isEqualTo(7);
		assertThat(at(stats, "notes.length()")).isEqualTo(0);
	}

	@Test
	void showsTheRestWhenAServiceIsDown() {
		CATALOG.up(false);
		String stats = stats();
		assertThat(at(stats, "totals.movies")).isNull();
		assertThat(at(stats, "totals.users")).isEqualTo(7);
		assertThat(at(stats, "notes[0]").toString()).contains("catalog-service");
	}

	@Test
	void isForAdministratorsOnly() {
		call(this.tokens.user("user-1")).expectStatus().isForbidden();
		call(this.tokens.staff()).expectStatus().isForbidden();
		this.client.get().uri("/api/v1/admin/dashboard/stats").exchange().expectStatus().isUnauthorized();
	}

	private String stats() {
		return call(this.tokens.admin()).expectStatus().isOk().returnResult(String.class).getResponseBody();
	}

	private static Object at(String stats, String path) {
		return JsonPath.read(stats, "$.data." + path);
	}

	private long changesOfToday() {
		return ((Number) this.mongo.findById(TODAY, Document.class, "dayFigures").get("changes")).longValue();
	}

	private RestTestClient.ResponseSpec call(String token) {
		return this.client.get()
			.uri("/api/v1/admin/dashboard/stats")
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
			.exchange();
	}

	private static String booking() {
		return "booking-" + UUID.randomUUID();
	}

	private void publish(String type, String bookingId, String movieId, String amount, Instant occurredAt) {
		this.kafka.send("marquee.bookings.v1", bookingId,
				event(type, bookingId, BookingEventFixture.json(bookingId, movieId, amount, occurredAt)));
	}

	private void publishBack(String type, String bookingId, String amount, String refund, Instant occurredAt) {
		this.kafka.send("marquee.bookings.v1", bookingId,
				event(type, bookingId, BookingEventFixture.json(bookingId, "movie-1", amount, refund, occurredAt)));
	}

	private static CloudEvent event(String type, String subject, String data) {
		return CloudEventBuilder.v1()
			.withId(UUID.randomUUID().toString())
			.withType("marquee.booking." + type)
			.withSource(URI.create("/test"))
			.withSubject(subject)
			.withTime(OffsetDateTime.ofInstant(NOW, ZoneOffset.UTC))
			.withDataContentType("application/json")
			.withData(data.getBytes(StandardCharsets.UTF_8))
			.build();
	}

	@TestConfiguration
	static class Today {

		@Bean
		Clock fixedClock() {
			return Clock.fixed(NOW, ZoneOffset.UTC);
		}

	}

}
