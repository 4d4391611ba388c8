package io.marquee.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

@CatalogIT
class SchedulingIT {

	private static final String MOVIES = "/api/v1/admin/movies";

	private static final String VENUES = "/api/v1/admin/venues";

	private static final String SHOWS = "/api/v1/admin/shows";

	private static final ZoneId LONDON = ZoneId.of("Europe/London");

	@Autowired
	private CatalogClient client;

	@Test
	void takesAStartWithoutAnOffsetAsTheVenuesTime() {
		JsonNode venue = this.client.newVenue();
		LocalDateTime start = LocalDate.now().plusDays(20).atTime(19, 30);
		JsonNode show = this.client.admin(HttpMethod.POST, SHOWS, at(this.client.newMovie(), venue, start.toString()),
				201);
		assertThat(Instant.parse(show.get("startsAt").asString()))
			.isEqualTo(start.atZone(ZoneId.of("Asia/Kolkata")).toInstant());
		assertThat(show.get("localTime").asString()).isEqualTo("19:30");
		assertThat(show.get("localDate").asString()).isEqualTo(start.toLocalDate().toString());
	}

	@Test
	void refusesAStartThatClocksSkipAndTakesTheEarlierOfTwo() {
		JsonNode venue = this.client.admin(HttpMethod.POST, VENUES,
				CatalogClient.venue("West End").replace("Asia/Kolkata", LONDON.getId()), 201);
		String movie = this.client.newMovie();
		ZoneOffsetTransition next = transition(Instant.now());
		ZoneOffsetTransition other = transition(next.getInstant());
		ZoneOffsetTransition gap = next.isGap() ? next : other;
		ZoneOffsetTransition overlap = next.isGap() ? other : next;
		JsonNode problem = this.client
			.refused(HttpMethod.POST, SHOWS, at(movie, venue, gap.getDateTimeBefore().plusMinutes(30).toString()), 400)
			.get("errors")
			.get(0);
		assertThat(problem.get("field").asString()).isEqualTo("startsAt");
		assertThat(problem.get("message").asString()).contains("Europe/London",
				"the next is " + gap.getDateTimeAfter());
		JsonNode show = this.client.admin(HttpMethod.POST, SHOWS,
				at(movie, venue, overlap.getDateTimeAfter().plusMinutes(30).toString()), 201);
		assertThat(Instant.parse(show.get("startsAt").asString())).isEqualTo(overlap.getInstant().minusSeconds(1800));
	}

	@Test
	void checksWhenSeatsAreSold() {
		JsonNode venue = this.client.newVenue();
		Instant start = CatalogClient.inDays(8);
		String body = CatalogClient.show(this.client.newMovie(), venue, start);
		assertField(body, "\"salesCloseAt\":\"" + start.plusSeconds(1) + "\"", "salesCloseAt");
		assertField(body, "\"salesOpenAt\":\"" + start + "\"", "salesOpenAt");
		assertField(body, "\"salesOpenAt\":\"%s\",\"salesCloseAt\":\"%s\"".formatted(start.minusSeconds(60),
				start.minusSeconds(60)), "salesOpenAt");
		assertField(body, "\"salesOpenAt\":\"next week\"", "salesOpenAt");
		this.client.admin(HttpMethod.POST, SHOWS, with(body, "\"salesOpenAt\":\"%s\",\"salesCloseAt\":\"%s\""
			.formatted(start.minusSeconds(61), start.minusSeconds(60))), 201);
	}

	@Test
	void givesAnExternalIdToOneOfAKindOnly() {
		String movie = CatalogClient.movie("Original");
		String id = this.client.admin(HttpMethod.POST, MOVIES, with(movie, "\"externalId\":\"mov:1\""), 201)
			.get("id")
			.asString();
		assertTaken(HttpMethod.POST, MOVIES, with(movie, "\"externalId\":\"mov:1\""));
		assertTaken(HttpMethod.PATCH, MOVIES + "/" + this.client.newMovie(), "{\"externalId\":\"mov:1\"}");
		JsonNode venue = this.client.admin(HttpMethod.POST, VENUES,
				with(CatalogClient.venue("Named"), "\"externalId\":\"mov:1\""), 201);
		assertTaken(HttpMethod.POST, VENUES, with(CatalogClient.venue("Named too"), "\"externalId\":\"mov:1\""));
		String show = CatalogClient.show(id, venue, CatalogClient.inDays(8));
		String later = CatalogClient.show(id, venue, CatalogClient.inDays(9));
		this.client.admin(HttpMethod.POST, SHOWS, with(show, "\"externalId\":\"mov:1\""), 201);
		assertTaken(HttpMethod.POST, SHOWS, with(later, "\"externalId\":\"mov:1\""));
		String moved = this.client.admin(HttpMethod.POST, SHOWS, with(later, "\"externalId\":\"mov:2\""), 201)
			.get("id")
			.asString();
		assertTaken(HttpMethod.PUT, SHOWS + "/" + moved, with(later, "\"externalId\":\"mov:1\""));
		assertThat(this.client.refused(HttpMethod.POST, SHOWS, with(show, "\"externalId\":\"mov:3\""), 409)
			.get("code")
			.asString()).isEqualTo("SHOW_OVERLAPS");
	}

	@Test
	void listsShowsOfAnyStatusForAdmins() {
		JsonNode venue = this.client.newVenue();
		String movie = this.client.newMovie();
		String off = this.client
			.admin(HttpMethod.POST, SHOWS, CatalogClient.show(movie, venue, CatalogClient.inDays(3)), 201)
			.get("id")
			.asString();
		String on = this.client
			.admin(HttpMethod.POST, SHOWS, CatalogClient.show(movie, venue, CatalogClient.inDays(4)), 201)
			.get("id")
			.asString();
		this.client.admin(HttpMethod.PATCH, SHOWS + "/" + off + "/cancel", null, 200);
		String list = SHOWS + "?movieId=" + movie;
		assertIds(list, off, on);
		assertIds(list + "&status=CANCELLED", off);
		assertIds(list + "&status=SCHEDULED", on);
		assertIds(list + "&status=COMPLETED");
		JsonNode refused = this.client.refused(HttpMethod.GET, list + "&status=REMOVED", null, 400);
		assertThat(refused.get("errors").toString()).contains("status", "SCHEDULED, CANCELLED, COMPLETED");
	}

	private void assertIds(String uri, String... ids) {
		assertThat(this.client.admin(HttpMethod.GET, uri, null, 200).get("items"))
			.extracting((show) -> show.get("id").asString())
			.containsExactly(ids);
	}

	private void assertTaken(HttpMethod method, String uri, String body) {
		assertThat(this.client.refused(method, uri, body, 409).get("code").asString()).isEqualTo("EXTERNAL_ID_TAKEN");
	}

	private void assertField(String body, String more, String field) {
		assertThat(this.client.refused(HttpMethod.POST, SHOWS, with(body, more), 400).get("errors"))
			.extracting((error) -> error.get("field").asString())
			.containsExactly(field);
	}

	private static String with(String body, String more) {
		return body.replaceFirst("\\{", "{" + more + ",");
	}

	private static String at(String movie, JsonNode venue, String start) {
		Instant any = Instant.EPOCH;
		return CatalogClient.show(movie, venue, any).replace(any.toString(), start);
	}

	private static ZoneOffsetTransition transition(Instant after) {
		return LONDON.getRules().nextTransition(after);
	}

}
