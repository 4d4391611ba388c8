package io.marquee.catalog;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.cloudevents.CloudEvent;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.EntityExchangeResult;

import io.marquee.test.ServiceIT;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Files in and out, in a catalogue that has nothing else in it.
 */
@ServiceIT
@Import({ CatalogClient.class, TransferClient.class, TransferIT.Audit.class })
@TestPropertySource(properties = "marquee.events.sweep-interval=200ms")
class TransferIT {

	private static final String MOVIE_HEADER = "externalId,title,languages,genres,durationMinutes\r\n";

	private static final String VENUE_HEADER = "externalId,name,address,city,lat,lng,screens\r\n";

	private static final String SHOW_HEADER = "externalId,movie,venue,screen,startsAt,prices,currency\r\n";

	private static final Instant START = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(20, ChronoUnit.DAYS);

	@Autowired
	private CatalogClient client;

	@Autowired
	private TransferClient files;

	@Autowired
	private MongoTemplate mongo;

	@Autowired
	private Audit audit;

	@BeforeEach
	void empty() {
		List.of("shows", "venues", "movies").forEach((collection) -> this.mongo.remove(new Query(), collection));
	}

	@Test
	void refusesAFileWithThreeBadLinesWhole() {
		String movies = MOVIE_HEADER
				+ IntStream.range(0, 1000).mapToObj(TransferIT::movie).collect(Collectors.joining());
		String bad = movies.replace("m-17,Film 17,", "m-17,,")
			.replace("m-500,Film 500,Hindi,Drama,120", "m-500,,Hindi,Drama,long")
			.replace("m-900,Film 900,Hindi,Drama,120", "m-900,Film 900,Hindi,Drama,601");
		assertThat(this.files.problems("movies", bad)).containsExactly("line 19: title must not be blank",
				"line 502: durationMinutes must be a whole number", "line 502: title must not be blank",
				"line 902: durationMinutes must be less than or equal to 600");
		String venues = VENUE_HEADER
				+ IntStream.range(0, 1000).mapToObj(TransferIT::venue).collect(Collectors.joining());
		bad = venues.replace("v-17,Cinema 17,", "v-17,,")
			.replace("v-500,Cinema 500,1 Road,Testpur,20.5", "v-500,Cinema 500,1 Road,Testpur,95")
			.replace("v-900,Cinema 900,1 Road,Testpur,20.5,80.5,One=A: RRRR",
					"v-900,Cinema 900,1 Road,Testpur,20.5,80.5,One=A: RQRR");
		assertThat(this.files.problems("venues", bad)).hasSize(3)
			.satisfiesExactly((one) -> assertThat(one).startsWith("line 19: name "),
					(two) -> assertThat(two).startsWith("line 502: lat "),
					(three) -> assertThat(three).startsWith("line 902: screens "));
		moviesAndVenues();
		String shows = SHOW_HEADER + IntStream.range(0, 1000).mapToObj(TransferIT::show).collect(Collectors.joining());
		bad = shows.replace("s-17,m-1,", "s-17,m-99,")
			.replace("s-500,m-1,v-1,One", "s-500,m-1,v-1,Three")
			.replace(show(900), show(900).replace("REGULAR=200.00", "VIP=200.00"));
		assertThat(this.files.problems("shows", bad)).containsExactly(
				"line 19: movie there is none with this external id or id",
				"line 502: screen the venue has no such screen; it has [One, Two]",
				"line 902: prices is required: the screen has such seats");
		assertThat(this.mongo.count(new Query(), "shows")).isZero();
		assertThat(this.mongo.count(new Query(), "movies")).isEqualTo(2);
	}

	@Test
	void tellsItemsOfJsonByTheirPlace() {
		String good = "{\"externalId\":\"m-%d\",\"title\":\"T\",\"languages\":[\"Hindi\"],\"genres\":[\"Drama\"],\"durationMinutes\":%s}";
		List<String> items = new ArrayList<>();
		for (int i = 0; i < 1000; i++) {
			items.add(good.formatted(i, (i == 17) ? "0" : "100"));
		}
		items.set(500, "\"nothing\"");
		items.set(900, items.get(900).replace("}", ",\"status\":\"x\"}"));
		items.set(901, items.get(900).replace("m-900", "m-1").replace(",\"status\":\"x\"", ""));
		assertThat(this.files.problems("movies", "[" + String.join(",", items) + "]")).containsExactly(
				"item 501 must be an object", "item 501: externalId is required",
				"item 902: externalId is that of item 2 as well",
				"item 18: durationMinutes must be greater than or equal to 1",
				"item 901: status may not be set by a request");
		assertThat(this.files.send("movies", "[{\"externalId\":}]", 400).get("code").asString())
			.isEqualTo("MALFORMED_JSON");
		assertThat(this.mongo.count(new Query(), "movies")).isZero();
	}

	@Test
	void changesNothingWhenTheSameFileComesAgain() {
		String movies = MOVIE_HEADER + movie(1) + movie(2);
		JsonNode dry = this.files.send("movies", movies, 200, true).get("data");
		assertThat(dry.get("created").asInt()).isEqualTo(2);
		assertThat(dry.get("dryRun").asBoolean()).isTrue();
		assertThat(this.mongo.count(new Query(), "movies")).isZero();
		assertThat(this.files.imported("movies", movies)).containsExactly(2, 0, 0);
		List<Document> stored = this.mongo.findAll(Document.class, "movies");
		assertThat(this.files.imported("movies", movies)).containsExactly(0, 0, 2);
		assertThat(this.mongo.findAll(Document.class, "movies")).extracting((movie) -> movie.get("version"))
			.isEqualTo(stored.stream().map((movie) -> movie.get("version")).toList());
		assertThat(this.files.imported("movies", movies.replace("Film 2", "Other") + movie(3))).containsExactly(1, 1,
				1);
		assertThat(this.client.read("/api/v1/user/movies/search?q=other").get("items")).hasSize(1);
	}

	@Test
	void leavesWhatTheFileDoesNotName() {
		this.files.imported("movies",
				MOVIE_HEADER.replace("\r\n", ",synopsis,active\r\n") + movie(1).replace("\r\n", ",About it,false\r\n"));
		assertThat(this.files.imported("movies", MOVIE_HEADER + movie(1))).containsExactly(0, 0, 1);
		this.files.imported("movies",
				MOVIE_HEADER.replace("\r\n", ",synopsis\r\n") + movie(1).replace("\r\n", ",\r\n"));
		JsonNode movie = this.client.admin(HttpMethod.GET, "/api/v1/admin/movies/" + id("movies", "m-1"), null, 200);
		assertThat(movie.get("synopsis").isNull()).isTrue();
		assertThat(movie.get("active").asBoolean()).isFalse();
	}

	@Test
	void bringsADeletedMovieBack() {
		this.files.imported("movies", MOVIE_HEADER + movie(1));
		String id = id("movies", "m-1");
		this.client.admin(HttpMethod.DELETE, "/api/v1/admin/movies/" + id, null, 200);
		assertThat(this.files.imported("movies", MOVIE_HEADER + movie(1))).containsExactly(0, 1, 0);
		assertThat(this.client.read("/api/v1/user/movies/" + id).get("title").asString()).isEqualTo("Film 1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?format=csv", "?format=json" })
	void importsWhatItExports(String format) {
		String movie = this.client.newMovie("=HYPERLINK(\\\"x\\\") | \\\\ 'Q\\\"");
		JsonNode venue = this.client.newVenue();
		this.client.admin(HttpMethod.PATCH, "/api/v1/admin/venues/" + venue.get("id").asString(),
				"{\"cancellationPolicy\":[],\"coordinates\":{\"lat\":-33.5,\"lng\":151}}", 200);
		this.client.admin(HttpMethod.POST, "/api/v1/admin/shows",
				CatalogClient.show(movie, venue, CatalogClient.inDays(3))
					.replace("\"format\"", "\"salesOpenAt\":\"" + CatalogClient.inDays(1) + "\",\"format\""),
				201);
		moviesAndVenues();
		this.files.imported("shows", SHOW_HEADER + show(1) + show(2));
		List<String> all = new ArrayList<>();
		for (String kind : List.of("movies", "venues", "shows")) {
			String file = this.files.exported(kind, format);
			all.add(file);
			assertThat(this.files.imported(kind, file)).as(file).containsExactly(0, 0, 3);
		}
		assertThat(all.getFirst()).doesNotContain(format.contains("csv") ? ",=" : "'=");
		empty();
		int i = 0;
		for (String kind : List.of("movies", "venues", "shows")) {
			assertThat(this.files.imported(kind, all.get(i))).containsExactly(3, 0, 0);
			assertThat(sorted(this.files.exported(kind, format))).isEqualTo(sorted(all.get(i++)));
		}
		assertThat(this.mongo.findDistinct(new Query(), "film.title", "shows", String.class))
			.contains("=HYPERLINK(\"x\") | \\ 'Q\"");
	}

	@Test
	void sendsAFileAndNoEnvelope() {
		this.files.imported("movies", MOVIE_HEADER + movie(1));
		HttpHeaders csv = this.files.fetch("movies", "").getResponseHeaders();
		assertThat(csv.getFirst(HttpHeaders.CONTENT_TYPE)).startsWith("text/csv").containsIgnoringCase("utf-8");
		assertThat(csv.getFirst(HttpHeaders.CONTENT_DISPOSITION))
			.matches("attachment; filename=\"movies-[-0-9]+.csv\"");
		assertThat(csv.getCacheControl()).contains("no-store");
		assertThat(this.files.exported("movies", "")).startsWith("externalId,title,").contains("\r\nm-1,Film 1,");
		assertThat(this.files.exported("movies", "?format=json")).startsWith("[{").endsWith("}]");
		assertThat(this.files.fetch("movies", "?format=xml").getStatus().value()).isEqualTo(400);
		assertThat(this.files.fetch("movies", "?formt=csv").getStatus().value()).isEqualTo(400);
		assertThat(this.files.fetch("shows", "?from=soon").getStatus().value()).isEqualTo(400);
		assertThat(this.files.exported("shows", "?format=json&from=2020-01-01")).isEqualTo("[]");
	}

	@ParameterizedTest
	@CsvSource({ "movies", "venues", "shows" })
	void isForAdministratorsOnly(String kind) {
		for (String token : new String[] { this.client.tokens().user("u-1"), this.client.tokens().staff() }) {
			this.client.call(HttpMethod.POST, "/api/v1/admin/" + kind + "/import", "[]", token)
				.expectStatus()
				.isForbidden();
			this.client.call(HttpMethod.GET, "/api/v1/admin/" + kind + "/export", null, token)
				.expectStatus()
				.isForbidden();
		}
	}

	@Test
	void takesCsvAndJsonOnly() {
		for (String type : List.of("application/xml", "text/plain", "application/x-www-form-urlencoded")) {
			assertThat(this.files.send("movies", "x", MediaType.valueOf(type), 415).get("code").asString())
				.isEqualTo("UNSUPPORTED_MEDIA_TYPE");
		}
	}

	@Test
	void movesShowsAsideInOneFile() {
		moviesAndVenues();
		this.files.imported("shows", SHOW_HEADER + show(1) + show(2) + show(3));
		String chain = SHOW_HEADER + at(1, 2) + at(2, 3) + at(3, 4) + at(4, 1);
		assertThat(this.files.imported("shows", chain)).containsExactly(1, 3, 0);
		assertThat(this.files.imported("shows", chain)).containsExactly(0, 0, 4);
		assertThat(this.files.problems("shows", SHOW_HEADER + at(1, 3) + at(2, 2))).hasSize(2)
			.allMatch((problem) -> problem.contains("change places"));
		assertThat(this.files.problems("shows", SHOW_HEADER + at(5, 1))).singleElement()
			.asString()
			.contains("line 2: startsAt The screen is taken by Film 1");
		assertThat(this.files.problems("shows", SHOW_HEADER + at(5, 9) + at(6, 9)))
			.containsExactly("line 3: startsAt the screen is taken by line 2, or being cleaned after it");
	}

	@Test
	void leavesShowsAloneThatAreBookedOrOver() {
		moviesAndVenues();
		this.files.imported("shows", SHOW_HEADER + show(1) + show(2) + show(3));
		change("s-1", new Update().set("seatsTaken", 2));
		change("s-2", new Update().set("status", "CANCELLED").unset("slots"));
		change("s-3", new Update().set("startsAt", Instant.now().minusSeconds(60)));
		assertThat(this.files.problems("shows", SHOW_HEADER + at(1, 7) + at(2, 8) + at(3, 9))).satisfiesExactly(
				(one) -> assertThat(one).startsWith("line 2 Seats of this show are taken"),
				(two) -> assertThat(two).startsWith("line 3 The show can no longer be changed"),
				(three) -> assertThat(three).startsWith("line 4 The show can no longer be changed"));
		assertThat(this.files.imported("shows", SHOW_HEADER + show(1) + show(2))).containsExactly(0, 0, 2);
		assertThat(this.files.imported("shows", SHOW_HEADER + show(1).replace("200.00", "250.00"))).containsExactly(0,
				1, 0);
		change("s-2", new Update().set("status", "REMOVED"));
		assertThat(this.files.imported("shows", SHOW_HEADER + show(2))).containsExactly(1, 0, 0);
	}

	@Test
	void takesTimesOfTheVenueAndIdsOfOurs() {
		moviesAndVenues();
		String movie = id("movies", "m-1");
		JsonNode venue = this.client.read("/api/v1/user/venues/" + id("venues", "v-1"));
		String day = START.toString().substring(0, 10);
		this.files.imported("shows", SHOW_HEADER + "s-1,%s,%s,%s,%sT19:30,REGULAR=200.00,INR\r\n".formatted(movie,
				venue.get("id").asString(), venue.at("/screens/1/id").asString(), day));
		JsonNode show = this.client.read("/api/v1/user/shows/" + id("shows", "s-1"));
		assertThat(show.get("startsAt").asString()).isEqualTo(day + "T14:00:00Z");
		assertThat(show.get("screenName").asString()).isEqualTo("Two");
		assertThat(this.files.problems("shows",
				SHOW_HEADER + "s-2,m-1,v-1,One,2020-01-01T10:00:00Z,REGULAR=1|REGULAR=2,INR\r\n"))
			.contains("line 2: prices has two prices for REGULAR");
		assertThat(this.files.problems("shows", SHOW_HEADER + "s-2,m-1,v-1,One,2020-01-01T10:00:00Z,REGULAR=1,INR\r\n"))
			.containsExactly("line 2: startsAt must be in the future");
	}

	@Test
	void keepsScreensThatHaveShows() {
		moviesAndVenues();
		this.files.imported("shows", SHOW_HEADER + show(1));
		String dropped = VENUE_HEADER + venue(1).replace("One=A: RRRR|", "");
		assertThat(this.files.problems("venues", dropped)).singleElement()
			.asString()
			.startsWith("line 2: screens Screens with shows to come cannot be removed");
		assertThat(this.files.imported("venues", VENUE_HEADER + venue(1).replace("|Two=A: RR", ""))).containsExactly(0,
				1, 0);
	}

	@Test
	void writesDownWhatWasTouched() {
		this.files.imported("movies", MOVIE_HEADER + movie(7));
		String id = id("movies", "m-7");
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(this.audit.heard).anyMatch((entry) -> entry.contains("\"" + id + "\"")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "?format=csv", "?format=json" })
	void breaksOffAnExportThatFailsHalfway(String format) {
		this.files.imported("movies",
				MOVIE_HEADER + IntStream.range(0, 1000).mapToObj(TransferIT::movie).collect(Collectors.joining()));
		this.mongo.insert(new Document("_id", "unreadable").append("state", "ACTIVE").append("version", "x"), "movies");
		assertThatIllegalStateException().isThrownBy(() -> this.files.fetch("movies", format))
			.withMessageContaining("Premature end");
		this.mongo.remove(new Query(Criteria.where("_id").ne("unreadable")), "movies");
		EntityExchangeResult<byte[]> small = this.files.fetch("movies", format);
		assertThat(small.getStatus().value()).isEqualTo(500);
		assertThat(small.getResponseHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION)).isNull();
	}

	private void moviesAndVenues() {
		this.files.imported("movies", MOVIE_HEADER + movie(1) + movie(2));
		this.files.imported("venues", VENUE_HEADER + venue(1) + venue(2));
	}

	private String id(String collection, String externalId) {
		String field = collection.equals("shows") ? "externalId" : "details.externalId";
		return this.mongo.findDistinct(new Query(Criteria.where(field).is(externalId)), "_id", collection, String.class)
			.getFirst();
	}

	private void change(String externalId, Update update) {
		assertThat(this.mongo.updateFirst(new Query(Criteria.where("externalId").is(externalId)), update, "shows")
			.getModifiedCount()).isOne();
	}

	private static List<String> sorted(String file) {
		return file.lines()
			.flatMap((line) -> List.of(line.split("(?<=}),")).stream())
			.map((line) -> line.replaceAll("[\\[\\]]", ""))
			.sorted()
			.toList();
	}

	private static String movie(int i) {
		return "m-%d,Film %d,Hindi,Drama,120\r\n".formatted(i, i);
	}

	private static String venue(int i) {
		return "v-%d,Cinema %d,1 Road,Testpur,20.5,80.5,One=A: RRRR|Two=A: RR\r\n".formatted(i, i);
	}

	private static String show(int i) {
		return at(i, i);
	}

	/** A show in the i-th of the places that a screen has for shows of two hours. */
	private static String at(int i, int place) {
		return "s-%d,m-1,v-1,One,%s,REGULAR=200.00,INR\r\n".formatted(i, START.plus(place * 3L, ChronoUnit.HOURS));
	}

	@TestComponent
	static class Audit {

		private final List<String> heard = new CopyOnWriteArrayList<>();

		@KafkaListener(topics = "marquee.audit.v1", groupId = "test-#{T(java.util.UUID).randomUUID()}")
		void on(CloudEvent event) {
			this.heard
				.add((event.getData() != null) ? new String(event.getData().toBytes(), StandardCharsets.UTF_8) : "");
		}

	}

}
