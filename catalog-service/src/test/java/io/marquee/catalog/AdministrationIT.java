package io.marquee.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@CatalogIT
class AdministrationIT {

	private static final String MOVIES = "/api/v1/admin/movies";

	private static final String VENUES = "/api/v1/admin/venues";

	private static final String SHOWS = "/api/v1/admin/shows";

	@Autowired
	private CatalogClient client;

	@Autowired
	private MongoTemplate mongo;

	@ParameterizedTest
	@CsvSource({ "POST,/movies", "GET,/movies", "DELETE,/movies/x", "PATCH,/movies/x/toggle", "POST,/venues",
			"PUT,/venues/x", "POST,/shows", "PATCH,/shows/x/cancel", "GET,/shows/now-playing",
			"POST,/movies/bulk-delete" })
	void isForAdministratorsOnly(String method, String path) {
		HttpMethod verb = HttpMethod.valueOf(method);
		String body = verb.equals(HttpMethod.GET) ? null : "{}";
		String uri = "/api/v1/admin" + path;
		this.client.call(verb, uri, body, null).expectStatus().isUnauthorized();
		this.client.call(verb, uri, body, this.client.tokens().user("u-1")).expectStatus().isForbidden();
		this.client.call(verb, uri, body, this.client.tokens().staff()).expectStatus().isForbidden();
		this.client.call(verb, uri, body, this.client.tokens().algNone()).expectStatus().isUnauthorized();
	}

	@Test
	void keepsAMovieThroughItsWholeLife() {
		String id = this.client.newMovie("Zzyzx Road");
		JsonNode edited = this.client.admin(HttpMethod.PUT, MOVIES + "/" + id,
				CatalogClient.movie("Zzyzx Avenue").replace("120", "95"), 200);
		assertThat(edited.get("durationMinutes").asInt()).isEqualTo(95);
		assertThat(this.client.read("/api/v1/user/movies/search?q=zzyzx+avenu").get("items")).hasSize(1);
		assertThat(this.client.read("/api/v1/user/movies/search?q=zzyzx+road").get("items")).isEmpty();
		JsonNode patched = this.client.admin(HttpMethod.PATCH, MOVIES + "/" + id,
				"{\"rating\":9.1,\"synopsis\":\"About a road.\",\"certificate\":null}", 200);
		assertThat(patched.get("rating").asDouble()).isEqualTo(9.1);
		assertThat(patched.get("certificate").isNull()).isTrue();
		assertThat(patched.get("title").asString()).isEqualTo("Zzyzx Avenue");
		assertThat(
				this.client.admin(HttpMethod.PATCH, MOVIES + "/" + id + "/toggle", null, 200).get("active").asBoolean())
			.isFalse();
		this.client.call(HttpMethod.GET, "/api/v1/user/movies/" + id, null, null).expectStatus().isNotFound();
		assertThat(this.client.admin(HttpMethod.GET, MOVIES + "/" + id, null, 200).get("active").asBoolean()).isFalse();
		assertThat(this.client.admin(HttpMethod.GET, MOVIES + "?q=zzyzx", null, 200).get("items")).hasSize(1);
		this.client.admin(HttpMethod.PATCH, MOVIES + "/" + id + "/toggle", null, 200);
		this.client.admin(HttpMethod.DELETE, MOVIES + "/" + id, null, 200);
		assertThat(this.client.refused(HttpMethod.GET, MOVIES + "/" + id, null, 404).get("code").asString())
			.isEqualTo("MOVIE_NOT_FOUND");
		this.client.refused(HttpMethod.DELETE, MOVIES + "/" + id, null, 404);
		this.client.refused(HttpMethod.PUT, MOVIES + "/" + id, CatalogClient.movie("x"), 404);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{}                                                                                         | title
			{"title":"","languages":["x"],"genres":["y"],"durationMinutes":90}                         | title
			{"title":"x","languages":[],"genres":["y"],"durationMinutes":90}                           | languages
			{"title":"x","languages":["x"],"genres":[""],"durationMinutes":90}                         | genres[0]
			{"title":"x","languages":["x"],"genres":["y"],"durationMinutes":0}                         | durationMinutes
			{"title":"x","languages":["x"],"genres":["y"],"durationMinutes":"long"}                    | durationMinutes
			{"title":"x","languages":["x"],"genres":["y"],"durationMinutes":90,"rating":11}            | rating
			{"title":"x","languages":["x"],"genres":["y"],"durationMinutes":90,"certificate":"PG"}     | certificate
			{"title":"x","languages":["x"],"genres":["y"],"durationMinutes":90,"releaseDate":"soon"}   | releaseDate
			{"title":"x","languages":["x"],"genres":["y"],"durationMinutes":90,"posterUrl":"ftp://x"}  | posterUrl
			{"title":"x","languages":["x"],"genres":["y"],"durationMinutes":90,"price":1}              | price
			""")
	void namesTheFieldOfAMovieThatIsWrong(String body, String field) {
		JsonNode answer = this.client.refused(HttpMethod.POST, MOVIES, body, 400);
		assertThat(answer.get("errors")).extracting((error) -> error.get("field").asString()).contains(field);
	}

	@Test
	void checksAPatchedMovieLikeANewOne() {
		String id = this.client.newMovie();
		for (Map.Entry<String, String> wrong : Map
			.of("{\"title\":\"\"}", "title", "{\"durationMinutes\":\"long\"}", "durationMinutes", "{\"title\":null}",
					"title", "{\"rating\":99}", "rating", "{\"isAdmin\":true}", "isAdmin")
			.entrySet()) {
			JsonNode answer = this.client.refused(HttpMethod.PATCH, MOVIES + "/" + id, wrong.getKey(), 400);
			assertThat(answer.get("errors").get(0).get("field").asString()).isEqualTo(wrong.getValue());
		}
		this.client.refused(HttpMethod.PATCH, MOVIES + "/" + id, "[]", 400);
		this.client.refused(HttpMethod.PATCH, MOVIES + "/" + id, "{", 400);
		this.client.refused(HttpMethod.PATCH, MOVIES + "/nothing", "{}", 404);
	}

	@Test
	void keepsAVenueThroughItsWholeLife() {
		JsonNode venue = this.client.newVenue();
		String uri = VENUES + "/" + venue.get("id").asString();
		assertThat(venue.get("screens").get(0).get("seats").asInt()).isEqualTo(12);
		JsonNode patched = this.client.admin(HttpMethod.PATCH, uri, "{\"amenities\":[\"Bar\"],\"name\":\"New name\"}",
				200);
		assertThat(patched.get("screens")).isEqualTo(venue.get("screens"));
		assertThat(patched.get("amenities").toString()).isEqualTo("[\"Bar\"]");
		String json = """
				{"name":"N","address":"A","city":"C","screens":[{"name":"One","layout":
				{"rows":[{"row":"A","cells":["REGULAR",null,"VIP"]}]}}]}""";
		JsonNode replaced = this.client.admin(HttpMethod.PUT, uri, json, 200);
		assertThat(replaced.get("screens")).hasSize(1);
		assertThat(replaced.get("screens").get(0).get("id")).isEqualTo(venue.get("screens").get(0).get("id"));
		assertThat(replaced.get("screens").get(0).get("layout").get(0).asString()).isEqualTo("A: R_V");
		this.client.admin(HttpMethod.PATCH, uri + "/toggle", null, 200);
		this.client.call(HttpMethod.GET, uri.replace("admin", "user"), null, null).expectStatus().isNotFound();
		JsonNode results = this.client.admin(HttpMethod.POST, VENUES + "/bulk-toggle",
				"{\"venueIds\":[\"%s\",\"nothing\"],\"isActive\":true}".formatted(venue.get("id").asString()), 200);
		assertThat(results.get(0).get("done").asBoolean()).isTrue();
		assertThat(results.get(1).get("code").asString()).isEqualTo("VENUE_NOT_FOUND");
		this.client.call(HttpMethod.GET, uri.replace("admin", "user"), null, null).expectStatus().isOk();
		this.client.admin(HttpMethod.DELETE, uri, null, 200);
		this.client.refused(HttpMethod.GET, uri, null, 404);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{"address":"A","city":"C"}                                                                   | name
					{"name":"N","address":"A","city":"C","timeZone":"Asia/Nowhere"}                              | timeZone
					{"name":"N","address":"A","city":"C","coordinates":{"lat":91,"lng":0}}                       | coordinates.lat
					{"name":"N","address":"A","city":"C","screens":[{"name":"1","layout":["A: RRX"]}]}           | screens[0].layout
					{"name":"N","address":"A","city":"C","screens":[{"name":"1","layout":[]}]}                   | screens[0].layout
					{"name":"N","address":"A","city":"C","screens":[{"name":"1"}]}                               | screens[0].layout
					{"name":"N","address":"A","city":"C","screens":[{"name":"1","layout":["A: R"]},{"name":"1","layout":["A: R"]}]} | screens[1].name
					{"name":"N","address":"A","city":"C","screens":[{"id":"x","name":"1","layout":["A: R"]}]}    | screens[0].id
					""")
	void namesTheFieldOfAVenueThatIsWrong(String body, String field) {
		JsonNode answer = this.client.refused(HttpMethod.POST, VENUES, body, 400);
		assertThat(answer.get("errors")).extracting((error) -> error.get("field").asString()).contains(field);
	}

	@Test
	void keepsAShowThroughItsWholeLife() {
		String movie = this.client.newMovie("Before the Show");
		JsonNode venue = this.client.newVenue();
		Instant start = CatalogClient.inDays(3);
		JsonNode show = this.client.admin(HttpMethod.POST, SHOWS, CatalogClient.show(movie, venue, start), 201);
		String uri = SHOWS + "/" + show.get("id").asString();
		assertThat(Instant.parse(show.get("endsAt").asString())).isEqualTo(start.plus(Duration.ofMinutes(120)));
		assertThat(show.get("prices").get("WHEELCHAIR").get("amount").asString()).isEqualTo("200.00");
		assertThat(this.client.refused(HttpMethod.DELETE, MOVIES + "/" + movie, null, 409).get("code").asString())
			.isEqualTo("MOVIE_HAS_SHOWS");
		assertThat(this.client.refused(HttpMethod.DELETE, VENUES + "/" + venue.get("id").asString(), null, 409)
			.get("code")
			.asString()).isEqualTo("VENUE_HAS_SHOWS");
		assertThat(this.client
			.refused(HttpMethod.PATCH, VENUES + "/" + venue.get("id").asString(), "{\"screens\":[]}", 409)
			.get("code")
			.asString()).isEqualTo("SCREEN_HAS_SHOWS");
		JsonNode bulk = this.client.admin(HttpMethod.POST, MOVIES + "/bulk-delete",
				"{\"ids\":[\"" + movie + "\",\"nothing\"]}", 200);
		assertThat(bulk).extracting((result) -> result.get("code").asString())
			.containsExactly("MOVIE_HAS_SHOWS", "MOVIE_NOT_FOUND");
		this.client.admin(HttpMethod.PATCH, MOVIES + "/" + movie, "{\"title\":\"After the Show\"}", 200);
		assertThat(this.client.read(uri.replace("admin", "user")).get("movieTitle").asString())
			.isEqualTo("After the Show");
		JsonNode moved = this.client.admin(HttpMethod.PUT, uri,
				CatalogClient.show(movie, venue, start.plusSeconds(600)), 200);
		assertThat(Instant.parse(moved.get("startsAt").asString())).isEqualTo(start.plusSeconds(600));
		this.client.refused(HttpMethod.PATCH, uri + "/complete", null, 409);
		JsonNode cancelled = this.client.admin(HttpMethod.PATCH, uri + "/cancel", "{\"reason\":\"Flood\"}", 200);
		assertThat(cancelled.get("status").asString()).isEqualTo("CANCELLED");
		assertThat(this.client.read(uri.replace("admin", "user")).get("cancelReason").asString()).isEqualTo("Flood");
		assertThat(this.client.read("/api/v1/user/shows/movie/" + movie).get("items")).isEmpty();
		this.client.admin(HttpMethod.PATCH, uri + "/cancel", null, 200);
		assertThat(this.client.refused(HttpMethod.PUT, uri, CatalogClient.show(movie, venue, start), 409)
			.get("code")
			.asString()).isEqualTo("SHOW_NOT_SCHEDULED");
		this.client.admin(HttpMethod.POST, SHOWS, CatalogClient.show(movie, venue, start), 201);
		this.client.admin(HttpMethod.DELETE, uri, null, 200);
		this.client.refused(HttpMethod.DELETE, uri, null, 404);
	}

	@Test
	void tellsAllThatIsWrongWithAShow() {
		String movie = this.client.newMovie();
		JsonNode venue = this.client.newVenue();
		String good = CatalogClient.show(movie, venue, CatalogClient.inDays(5));
		assertField(good.replace(CatalogClient.inDays(5).toString(), "2020-01-01T00:00:00Z"), "startsAt");
		assertField(good.replace("\"Hindi\"", "\"Klingon\""), "language");
		assertField(good.replace("2D", "5D"), "format");
		assertField(good.replace("PREMIUM", "VIP"), "prices.PREMIUM");
		assertField(good.replace("300.00", "0"), "prices[PREMIUM].amount");
		assertField(good.replaceFirst("INR", "USD"), "prices");
		assertField(good.replaceFirst("INR", "ZZZ"), "prices.REGULAR.currency");
		assertField(good.replace("\"format\"", "\"status\":\"SCHEDULED\",\"format\""), "status");
		this.client.refused(HttpMethod.POST, SHOWS, good.replace(movie, "nothing"), 404);
		this.client.refused(HttpMethod.POST, SHOWS, good.replace(venue.get("id").asString(), "nothing"), 404);
		assertThat(this.client
			.refused(HttpMethod.POST, SHOWS, good.replace(venue.get("screens").get(0).get("id").asString(), "nothing"),
					404)
			.get("code")
			.asString()).isEqualTo("SCREEN_NOT_FOUND");
		this.client.admin(HttpMethod.PATCH, MOVIES + "/" + movie + "/toggle", null, 200);
		assertThat(this.client.refused(HttpMethod.POST, SHOWS, good, 409).get("code").asString())
			.isEqualTo("MOVIE_INACTIVE");
	}

	@Test
	void completesAShowThatHasBegunAndListsItWhileItRuns() {
		JsonNode venue = this.client.newVenue();
		JsonNode show = this.client.admin(HttpMethod.POST, SHOWS,
				CatalogClient.show(this.client.newMovie(), venue, CatalogClient.inDays(1)), 201);
		String id = show.get("id").asString();
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(id)),
				new Update().set("startsAt", Instant.now().minusSeconds(600))
					.set("endsAt", Instant.now().plusSeconds(600))
					.set("updatedAt", Instant.now())
					.inc("version", 1),
				"shows");
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(
					this.client.admin(HttpMethod.GET, SHOWS + "/now-playing?limit=100", null, 200).get("items"))
				.extracting((running) -> running.get("id").asString())
				.contains(id));
		assertThat(
				this.client.admin(HttpMethod.PATCH, SHOWS + "/" + id + "/complete", null, 200).get("status").asString())
			.isEqualTo("COMPLETED");
		assertThat(this.client.admin(HttpMethod.GET, SHOWS + "/now-playing?limit=100", null, 200).get("items"))
			.extracting((running) -> running.get("id").asString())
			.doesNotContain(id);
	}

	@Test
	void addsRowsOfSeatsToAShow() {
		JsonNode show = this.client.admin(HttpMethod.POST, SHOWS,
				CatalogClient.show(this.client.newMovie(), this.client.newVenue(), CatalogClient.inDays(2)), 201);
		String seats = "/api/v1/admin/seats";
		String body = "{\"showId\":\"%s\",\"rows\":[\"C: RR_RR\"]}".formatted(show.get("id").asString());
		assertThat(this.client.admin(HttpMethod.POST, seats, body, 201).get("seatsTotal").asInt())
			.isEqualTo(show.get("seatsTotal").asInt() + 4);
		for (String wrong : List.of(body, body.replace("C: RR_RR", "D: VV"), body.replace("C: RR_RR", "D: XX"))) {
			assertThat(this.client.refused(HttpMethod.POST, seats, wrong, 400)
				.get("errors")
				.get(0)
				.get("field")
				.asString()).isEqualTo("rows");
		}
		this.client.refused(HttpMethod.POST, seats, body.replace(show.get("id").asString(), "nothing"), 404);
	}

	@Test
	void cancelsManyAndTellsOfEach() {
		JsonNode show = this.client.admin(HttpMethod.POST, SHOWS,
				CatalogClient.show(this.client.newMovie(), this.client.newVenue(), CatalogClient.inDays(2)), 201);
		JsonNode results = this.client.admin(HttpMethod.POST, SHOWS + "/bulk-cancel",
				"{\"showIds\":[\"%s\",\"nothing\"]}".formatted(show.get("id").asString()), 200);
		assertThat(results.get(0).get("done").asBoolean()).isTrue();
		assertThat(results.get(1).get("code").asString()).isEqualTo("SHOW_NOT_FOUND");
		this.client.refused(HttpMethod.POST, SHOWS + "/bulk-cancel", "{\"showIds\":[]}", 400);
	}

	private void assertField(String body, String field) {
		JsonNode answer = this.client.refused(HttpMethod.POST, SHOWS, body, 400);
		assertThat(answer.get("errors")).as(answer.toString())
			.extracting((error) -> error.get("field").asString())
			.contains(field);
	}

}
