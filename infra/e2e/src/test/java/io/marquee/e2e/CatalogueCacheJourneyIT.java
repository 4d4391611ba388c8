package io.marquee.e2e;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What visitors see of a change to the catalogue, through a gateway that keeps its pages.
 */
@ExtendWith(Suite.class)
class CatalogueCacheJourneyIT {

	private static final String MOVIES = "/api/v1/user/movies/";

	private static final String SHOWS = "/api/v1/user/shows";

	/**
	 * The promise is a second. What it took is printed: no test fails for the machine
	 * being busy.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Suite suite;

	private final Api visitor;

	private Api admin;

	private String movie;

	private String show;

	CatalogueCacheJourneyIT(Suite suite) {
		this.suite = suite;
		this.visitor = Api.at(suite.gateway());
	}

	@BeforeEach
	void putAShowOnSale() {
		this.admin = Api.at(this.suite.gateway()).loggedIn("admin@marquee.example", this.suite.demoPassword());
		this.movie = created("/api/v1/admin/movies", Map.of("title", "A Night Kept Too Long", "languages",
				List.of("English"), "genres", List.of("Drama"), "durationMinutes", 100))
			.path("id")
			.asString();
		JsonNode venue = created("/api/v1/admin/venues",
				Map.of("name", "Memory Lane " + System.nanoTime(), "address", "1 Memory Lane", "city", "Cachepur",
						"coordinates", Map.of("lat", 20.5, "lng", 78.9), "timeZone", "Asia/Kolkata", "screens",
						List.of(Map.of("name", "One", "layout", List.of("A: RRRR")))));
		this.show = created("/api/v1/admin/shows",
				Map.of("movieId", this.movie, "venueId", venue.path("id").asString(), "screenId",
						venue.at("/screens/0/id").asString(), "startsAt",
						Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofDays(3)).toString(), "prices",
						Map.of("REGULAR", Map.of("amount", "200.00"))))
			.path("id")
			.asString();
	}

	@Test
	void aCancelledShowLooksBookableOnNoPageAfterAMoment() {
		List<String> lists = List.of(SHOWS + "?city=Cachepur&limit=100", SHOWS + "/movie/" + this.movie);
		await().atMost(PATIENCE).until(() -> lists.stream().allMatch(this::lists));
		assertThat(status()).isEqualTo("SCHEDULED");

		Api.Answer cancelled = this.admin.patch("/api/v1/admin/shows/" + this.show + "/cancel",
				Map.of("reason", "The projector broke"));
		assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(200);

		tellWhen("A cancelled show is on no page",
				() -> lists.stream().noneMatch(this::lists) && status().equals("CANCELLED"));
	}

	@Test
	void aNewTitleIsSeenThoughTheOldPageWasKept() {
		String page = MOVIES + this.movie;
		// Of this age only because it is kept for long, as nothing has touched it lately.
		await().atMost(Duration.ofSeconds(30)).until(() -> this.visitor.get(page).header("Age").equals("3"));

		Api.Answer changed = this.admin.patch("/api/v1/admin/movies/" + this.movie,
				Map.of("title", "A Night Just Long Enough"));
		assertThat(changed.status()).as(changed.toString()).isEqualTo(200);

		tellWhen("A new title is seen",
				() -> this.visitor.get(page).data("title").asString().equals("A Night Just Long Enough"));
	}

	@Test
	void whoHasAPageIsToldSoByTheGateway() {
		String page = MOVIES + this.movie;
		String tag = this.visitor.get(page).header("ETag");
		assertThat(tag).isNotBlank();

		await().atMost(PATIENCE).untilAsserted(() -> {
			Api.Answer known = this.visitor.with("If-None-Match", tag).get(page);
			assertThat(known.status()).isEqualTo(304);
			assertThat(known.header("Cache-Status")).isEqualTo("marquee; hit");
			assertThat(known.header("ETag")).isEqualTo(tag);
			assertThat(known.header("Cache-Control")).contains("public", "no-cache");
			assertThat(known.response().body()).isEmpty();
		});
	}

	private boolean lists(String page) {
		return this.visitor.get(page).body().toString().contains(this.show);
	}

	private String status() {
		return this.visitor.get(SHOWS + "/" + this.show).data("status").asString();
	}

	private JsonNode created(String path, Object body) {
		Api.Answer answer = this.admin.post(path, body);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
		return answer.data("");
	}

	private static void tellWhen(String what, BooleanSupplier seen) {
		long answered = System.nanoTime();
		await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).atMost(PATIENCE).until(seen::getAsBoolean);
		System.out.println(what + " " + Duration.ofNanos(System.nanoTime() - answered).toMillis()
				+ " ms after the answer to the admin");
	}

}
