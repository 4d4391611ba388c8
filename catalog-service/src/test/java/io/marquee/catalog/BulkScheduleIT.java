package io.marquee.catalog;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

@CatalogIT
class BulkScheduleIT {

	private static final String BULK = "/api/v1/admin/shows/bulk-schedule";

	private static final LocalDate DAY = LocalDate.now().plusDays(30);

	@Autowired
	private CatalogClient client;

	@Test
	void aDryRunSaysWhatWouldBeAndWritesNothing() {
		String movie = this.client.newMovie("Bulk");
		JsonNode venue = this.client.newVenue();
		String screen = screen(venue, 0);
		long before = count(movie);
		String body = body(movie, venue, List.of(screen), List.of(DAY, DAY.plusDays(1)),
				List.of("10:00", "11:00", "19:30"));
		JsonNode dry = this.client.admin(HttpMethod.POST, BULK, body.replace("false}", "true}"), 200);
		assertThat(count(movie)).isEqualTo(before);
		assertTotals(dry, 6, 4, 2);
		assertThat(dry.get("dryRun").asBoolean()).isTrue();
		JsonNode clash = dry.get("results").get(1);
		assertThat(clash.get("time").asString()).startsWith("11:00");
		assertThat(clash.get("scheduled").asBoolean()).isFalse();
		assertThat(clash.get("code").asString()).isEqualTo("SHOW_OVERLAPS");
		assertThat(clash.get("message").asString()).contains("Bulk");
		assertThat(dry.get("results").get(0).has("showId")).isFalse();
		JsonNode done = this.client.admin(HttpMethod.POST, BULK, body, 200);
		assertTotals(done, 6, 4, 2);
		assertThat(count(movie)).isEqualTo(before + 4);
		JsonNode show = this.client.read("/api/v1/user/shows/" + done.get("results").get(2).get("showId").asString());
		assertThat(show.get("localTime").asString()).isEqualTo("19:30");
		assertThat(show.get("localDate").asString()).isEqualTo(DAY.toString());
		JsonNode again = this.client.admin(HttpMethod.POST, BULK, body, 200);
		assertTotals(again, 6, 0, 6);
		assertThat(again.get("results").get(0).get("message").asString())
			.contains(done.get("results").get(0).get("showId").asString());
	}

	@Test
	void tellsOfEachWhyItCannotBe() {
		JsonNode venue = this.client.admin(HttpMethod.POST, "/api/v1/admin/venues",
				CatalogClient.venue("Summer Time").replace("Asia/Kolkata", "Europe/London"), 201);
		ZoneOffsetTransition next = ZoneId.of("Europe/London").getRules().nextTransition(java.time.Instant.now());
		ZoneOffsetTransition gap = next.isGap() ? next
				: ZoneId.of("Europe/London").getRules().nextTransition(next.getInstant());
		LocalDate skipped = gap.getDateTimeBefore().toLocalDate();
		JsonNode dry = this.client.admin(HttpMethod.POST, BULK,
				body(this.client.newMovie(), venue, List.of(screen(venue, 0), screen(venue, 1)),
						List.of(LocalDate.now().minusDays(2), skipped), List.of("01:30"))
					.replace("false}", "true}"),
				200);
		assertTotals(dry, 4, 0, 4);
		JsonNode results = dry.get("results");
		assertThat(results.get(0).get("errors").toString()).contains("startsAt", "must be in the future");
		assertThat(results.get(1).get("errors").toString()).contains("startsAt", "does not exist in Europe/London");
		assertThat(results.get(1).get("date").asString()).isEqualTo(skipped.toString());
	}

	@Test
	void refusesWhatIsWrongForAll() {
		String movie = this.client.newMovie();
		JsonNode venue = this.client.newVenue();
		String screen = screen(venue, 0);
		List<LocalDate> dates = List.of(DAY);
		assertThat(this.client
			.refused(HttpMethod.POST, BULK, body("nothing", venue, List.of(screen), dates, List.of("10:00")), 404)
			.get("code")
			.asString()).isEqualTo("MOVIE_NOT_FOUND");
		assertThat(this.client
			.refused(HttpMethod.POST, BULK, body(movie, venue, List.of("nothing"), dates, List.of("10:00")), 404)
			.get("code")
			.asString()).isEqualTo("SCREEN_NOT_FOUND");
		assertField(body(movie, venue, List.of(), dates, List.of("10:00")), "screenIds");
		assertField(body(movie, venue, List.of(screen), dates, List.of("25:00")), "times[0]");
		List<LocalDate> sixty = IntStream.range(0, 60).mapToObj(DAY::plusDays).toList();
		List<String> twelve = IntStream.range(0, 12).mapToObj((i) -> "%02d:00".formatted(2 * i)).toList();
		assertField(body(movie, venue, List.of(screen, screen(venue, 1)), sixty, twelve), "dates");
		this.client.admin(HttpMethod.PATCH, "/api/v1/admin/movies/" + movie + "/toggle", null, 200);
		JsonNode inactive = this.client.admin(HttpMethod.POST, BULK,
				body(movie, venue, List.of(screen), dates, List.of("10:00")), 200);
		assertThat(inactive.get("results").get(0).get("code").asString()).isEqualTo("MOVIE_INACTIVE");
	}

	private void assertField(String body, String field) {
		JsonNode answer = this.client.refused(HttpMethod.POST, BULK, body, 400);
		assertThat(answer.get("errors")).as(answer.toString())
			.extracting((error) -> error.get("field").asString())
			.contains(field);
	}

	private static void assertTotals(JsonNode answer, int total, int scheduled, int refused) {
		assertThat(answer.get("total").asInt()).as(answer.toString()).isEqualTo(total);
		assertThat(answer.get("scheduled").asInt()).as(answer.toString()).isEqualTo(scheduled);
		assertThat(answer.get("refused").asInt()).isEqualTo(refused);
		assertThat(answer.get("results")).hasSize(total);
	}

	private long count(String movie) {
		return this.client.read("/api/v1/user/shows/movie/" + movie).get("totalItems").asLong();
	}

	private static String screen(JsonNode venue, int index) {
		return venue.get("screens").get(index).get("id").asString();
	}

	private static String body(String movie, JsonNode venue, List<String> screens, List<LocalDate> dates,
			List<String> times) {
		return """
				{"movieId":"%s","venueId":"%s","screenIds":%s,"dates":%s,"times":%s,
				"prices":{"REGULAR":{"amount":"200.00"},"PREMIUM":{"amount":"300.00"}},"dryRun":false}"""
			.formatted(movie, venue.get("id").asString(), quoted(screens), quoted(dates), quoted(times));
	}

	private static String quoted(List<?> values) {
		return values.stream().map((value) -> "\"" + value + "\"").collect(Collectors.joining(",", "[", "]"));
	}

}
