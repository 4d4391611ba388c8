package io.marquee.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpMethod;

import io.marquee.catalog.show.Shows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@CatalogIT
class SuspendedSalesIT {

	private static final String MOVIES = "/api/v1/admin/movies/";

	private static final String VENUES = "/api/v1/admin/venues/";

	private static final String SHOWS = "/api/v1/admin/shows";

	@Autowired
	private CatalogClient client;

	@Autowired
	private MongoTemplate mongo;

	@Autowired
	private Shows shows;

	@Test
	void aHiddenMovieStopsTheSaleOfItsShowsAndSaysWhomThatConcerns() {
		String movie = this.client.newMovie();
		JsonNode venue = this.client.newVenue();
		String first = show(movie, venue, 3);
		String second = show(movie, venue, 4);
		this.shows.take(second, "b-1", 2);
		this.shows.take(second, "b-2", 1);
		JsonNode hidden = this.client.admin(HttpMethod.PATCH, MOVIES + movie + "/toggle", null, 200);
		assertThat(hidden.get("active").asBoolean()).isFalse();
		assertThat(hidden.get("id").asString()).isEqualTo(movie);
		assertThat(hidden.get("affected").toString())
			.isEqualTo("{\"shows\":2,\"showsWithBookings\":1,\"seatsTaken\":3}");
		assertThat(suspended(first)).isEqualTo("[\"MOVIE_INACTIVE\"]");
		this.client.admin(HttpMethod.PATCH, VENUES + id(venue) + "/toggle", null, 200);
		assertThat(suspended(second)).isEqualTo("[\"MOVIE_INACTIVE\",\"VENUE_INACTIVE\"]");
		this.client.admin(HttpMethod.PATCH, MOVIES + movie + "/toggle", null, 200);
		assertThat(suspended(first)).isEqualTo("[\"VENUE_INACTIVE\"]");
		this.client.admin(HttpMethod.PATCH, VENUES + id(venue) + "/toggle", null, 200);
		assertThat(suspended(first)).isEqualTo("[]");
		assertThat(this.client.admin(HttpMethod.GET, SHOWS + "/" + second, null, 200).get("seatsLeft").asInt())
			.isEqualTo(12 - 3);
	}

	@Test
	void manyHiddenVenuesStopTheirSalesByTheirEvents() {
		JsonNode venue = this.client.newVenue();
		String show = show(this.client.newMovie(), venue, 3);
		this.shows.take(show, "b-1", 2);
		JsonNode result = this.client.admin(HttpMethod.POST, VENUES + "bulk-toggle",
				"{\"venueIds\":[\"%s\",\"nothing\"],\"isActive\":false}".formatted(id(venue)), 200);
		assertThat(result.get(0).get("affected").get("seatsTaken").asInt()).isEqualTo(2);
		assertThat(result.get(1).has("affected")).isFalse();
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(suspended(show)).isEqualTo("[\"VENUE_INACTIVE\"]"));
	}

	/** As if the process had died between the write and what follows from it. */
	@Test
	void whatAKilledProcessLeftBehindIsDoneByTheEvent() {
		String movie = this.client.newMovie("Before the Kill");
		String show = show(movie, this.client.newVenue(), 3);
		awaitSent("shows", show);
		awaitSent("movies", movie);
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(movie)),
				new Update().set("details.title", "After the Kill")
					.set("state", "INACTIVE")
					.inc("version", 1)
					.push("outbox", entry(movie)),
				"movies");
		await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
			assertThat(this.client.admin(HttpMethod.GET, SHOWS + "/" + show, null, 200).get("movieTitle").asString())
				.isEqualTo("After the Kill");
			assertThat(suspended(show)).isEqualTo("[\"MOVIE_INACTIVE\"]");
		});
	}

	@Test
	void aShowScheduledWhileItsMovieIsHiddenIsNeverOnSale() throws Exception {
		JsonNode venue = this.client.newVenue();
		try (ExecutorService admins = Executors.newFixedThreadPool(2)) {
			for (int attempt = 0; attempt < 40; attempt++) {
				String movie = this.client.newMovie();
				String body = CatalogClient.show(movie, venue, CatalogClient.inDays(10 + attempt));
				CyclicBarrier together = new CyclicBarrier(2);
				Future<Integer> scheduled = admins.submit(() -> {
					together.await();
					return this.client.call(HttpMethod.POST, SHOWS, body, this.client.tokens().admin())
						.returnResult()
						.getStatus()
						.value();
				});
				together.await();
				this.client.admin(HttpMethod.PATCH, MOVIES + movie + "/toggle", null, 200);
				assertThat(scheduled.get()).isIn(201, 409);
				await().atMost(Duration.ofSeconds(10))
					.untilAsserted(() -> assertThat(this.mongo.find(
							new Query(Criteria.where("film.movieId").is(movie).and("status").is("SCHEDULED")),
							org.bson.Document.class, "shows"))
						.allSatisfy((show) -> assertThat(show.getList("suspended", String.class))
							.containsExactly("MOVIE_INACTIVE")));
			}
		}
	}

	@Test
	void aVenuesNewTimeZoneKeepsTheMomentAndMovesTheDay() {
		JsonNode venue = this.client.newVenue();
		Instant start = CatalogClient.inDays(5).truncatedTo(java.time.temporal.ChronoUnit.DAYS).plusSeconds(21 * 3600);
		String show = this.client
			.admin(HttpMethod.POST, SHOWS, CatalogClient.show(this.client.newMovie(), venue, start), 201)
			.get("id")
			.asString();
		String inIndia = this.client.read("/api/v1/user/shows/" + show).get("localDate").asString();
		this.client.admin(HttpMethod.PATCH, VENUES + id(venue), "{\"timeZone\":\"Europe/London\"}", 200);
		JsonNode moved = this.client.read("/api/v1/user/shows/" + show);
		assertThat(moved.get("startsAt").asString()).isEqualTo(start.toString());
		assertThat(moved.get("localDate").asString()).isEqualTo(start.toString().substring(0, 10))
			.isNotEqualTo(inIndia);
		assertThat(moved.get("timeZone").asString()).isEqualTo("Europe/London");
	}

	@Test
	void theBookingServiceIsToldWhenSeatsAreSold() {
		JsonNode venue = this.client.newVenue();
		Instant start = CatalogClient.inDays(6);
		String body = CatalogClient.show(this.client.newMovie(), venue, start)
			.replaceFirst("\\{", "{\"salesOpenAt\":\"%s\",\"salesCloseAt\":\"%s\",".formatted(start.minusSeconds(7200),
					start.minusSeconds(60)));
		String show = this.client.admin(HttpMethod.POST, SHOWS, body, 201).get("id").asString();
		assertThat(internal(show).get("salesOpenAt").asString()).isEqualTo(start.minusSeconds(7200).toString());
		assertThat(internal(show).get("salesCloseAt").asString()).isEqualTo(start.minusSeconds(60).toString());
		this.client.admin(HttpMethod.PUT, SHOWS + "/" + show,
				CatalogClient.show(internal(show).get("movieId").asString(), venue, start), 200);
		assertThat(internal(show).get("salesOpenAt").isNull()).isTrue();
		assertThat(internal(show).get("salesCloseAt").asString()).isEqualTo(start.toString());
	}

	@Test
	void anAdminWhoCancelsSeesWhomThatConcerns() {
		JsonNode venue = this.client.newVenue();
		String movie = this.client.newMovie();
		List<String> ids = new ArrayList<>();
		for (int day = 3; day < 6; day++) {
			ids.add(show(movie, venue, day));
		}
		this.shows.take(ids.get(0), "b-1", 4);
		JsonNode cancelled = this.client.admin(HttpMethod.PATCH, SHOWS + "/" + ids.get(0) + "/cancel", null, 200);
		assertThat(cancelled.get("affected").toString())
			.isEqualTo("{\"shows\":1,\"showsWithBookings\":1,\"seatsTaken\":4}");
		JsonNode bulk = this.client.admin(HttpMethod.POST, SHOWS + "/bulk-cancel",
				"{\"ids\":[\"%s\",\"nothing\"],\"reason\":\"Flood\"}".formatted(ids.get(1)), 200);
		assertThat(bulk.get(0).get("affected").get("seatsTaken").asInt()).isZero();
		assertThat(bulk.get(1).get("code").asString()).isEqualTo("SHOW_NOT_FOUND");
		assertThat(this.client.read("/api/v1/user/shows/" + ids.get(1)).get("cancelReason").asString())
			.isEqualTo("Flood");
		JsonNode complete = this.client.admin(HttpMethod.POST, SHOWS + "/bulk-complete",
				"{\"ids\":[\"%s\",\"nothing\"]}".formatted(ids.get(2)), 200);
		assertThat(complete).extracting((result) -> result.get("code").asString())
			.containsExactly("SHOW_NOT_STARTED", "SHOW_NOT_FOUND");
	}

	private String show(String movie, JsonNode venue, int day) {
		return this.client
			.admin(HttpMethod.POST, SHOWS, CatalogClient.show(movie, venue, CatalogClient.inDays(day)), 201)
			.get("id")
			.asString();
	}

	private static String id(JsonNode thing) {
		return thing.get("id").asString();
	}

	private String suspended(String show) {
		return internal(show).get("suspended").toString();
	}

	private JsonNode internal(String show) {
		return this.client.answer(
				this.client.call(HttpMethod.GET, "/internal/shows/" + show, null, this.client.tokens().service()), 200);
	}

	private void awaitSent(String collection, String id) {
		await().atMost(Duration.ofSeconds(20))
			.until(() -> this.mongo.count(new Query(Criteria.where("_id").is(id).and("outbox").size(0)),
					collection) == 1);
	}

	private static org.bson.Document entry(String movie) {
		return new org.bson.Document("_id", java.util.UUID.randomUUID().toString())
			.append("type", "marquee.movie.changed")
			.append("key", movie)
			.append("occurredAt", java.util.Date.from(Instant.now().minusSeconds(60)))
			.append("data", new Contract("marquee.movie.changed").sample())
			.append("trace", new org.bson.Document());
	}

}
