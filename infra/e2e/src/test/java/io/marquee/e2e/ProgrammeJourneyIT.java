package io.marquee.e2e;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What admins decide about the programme, as those who want to go there feel it.
 */
@ExtendWith(Suite.class)
class ProgrammeJourneyIT {

	private static final Duration SOON = Duration.ofSeconds(15);

	private static final Instant START = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(4));

	private final Suite suite;

	private Api admin;

	private Newcomer visitor;

	private JsonNode venue;

	private String movie;

	ProgrammeJourneyIT(Suite suite) {
		this.suite = suite;
	}

	@BeforeEach
	void openACinema() {
		this.admin = Api.at(this.suite.gateway()).loggedIn("admin@marquee.example", this.suite.demoPassword());
		this.visitor = Newcomer.signUp(this.suite, "Priya Programme");
		this.movie = created("/api/v1/admin/movies", Map.of("title", "The Closed House", "languages",
				List.of("English"), "genres", List.of("Drama"), "durationMinutes", 100))
			.path("id")
			.asString();
		this.venue = created("/api/v1/admin/venues",
				Map.of("name", "House " + System.nanoTime(), "address", "1 Road", "city", "Housepur", "timeZone",
						"Asia/Kolkata", "screens", List.of(Map.of("name", "One", "layout", "A: RRRRRR"))));
	}

	@Test
	void aClosedVenueSellsNothingMoreAndWhatWasHeldCanBePaid() {
		String show = show(START, Map.of());
		Api.Answer held = hold(show, "A1");
		assertThat(held.status()).as(held.toString()).isEqualTo(201);
		String toggle = "/api/v1/admin/venues/" + this.venue.path("id").asString() + "/toggle";
		await().atMost(SOON).until(() -> this.admin.get("/api/v1/admin/shows/" + show).data("seatsLeft").asInt() == 5);

		Api.Answer closed = this.admin.patch(toggle, Map.of());

		assertThat(closed.data("affected/shows").asInt()).as(closed.toString()).isOne();
		assertThat(closed.data("affected/showsWithBookings").asInt()).isOne();
		assertThat(closed.data("affected/seatsTaken").asInt()).isOne();
		await().atMost(SOON).until(() -> hold(show, "A2").code().equals("SALE_SUSPENDED"));
		assertThat(shows()).doesNotContain(show);
		Api.Answer paid = this.visitor.api()
			.post("/api/v1/bookings/confirm", Map.of("paymentId", held.data("paymentId").asString(), "paymentMethod",
					Map.of("type", "CARD", "token", "tok_visa")));
		assertThat(paid.status()).as(paid.toString()).isEqualTo(200);

		assertThat(this.admin.patch(toggle, Map.of()).status()).isEqualTo(200);
		await().atMost(SOON).until(() -> hold(show, "A2").status() == 201);
		await().atMost(SOON).untilAsserted(() -> assertThat(shows()).contains(show));
	}

	@Test
	void aSaleThatOpensLaterIsToldAndKept() {
		String show = show(START, Map.of("salesOpenAt", START.minus(Duration.ofDays(1)).toString()));

		Api.Answer early = hold(show, "A1");

		assertThat(early.status()).as(early.toString()).isEqualTo(409);
		assertThat(early.code()).isEqualTo("SALE_NOT_OPEN");
		assertThat(this.visitor.api().get("/api/v1/user/shows/" + show).data("onSale").asBoolean()).isFalse();
	}

	@Test
	void whoBookedACancelledShowGetsTheMoneyBack() {
		String show = show(START, Map.of());
		Api.Answer held = hold(show, "A1");
		this.visitor.api()
			.post("/api/v1/bookings/confirm", Map.of("paymentId", held.data("paymentId").asString(), "paymentMethod",
					Map.of("type", "CARD", "token", "tok_visa")));

		Api.Answer cancelled = this.admin.patch("/api/v1/admin/shows/" + show + "/cancel",
				Map.of("reason", "The projector broke"));

		assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(200);
		await().atMost(Duration.ofSeconds(30))
			.until(() -> this.visitor.api()
				.get("/api/v1/bookings/status/" + held.data("bookingId").asString())
				.data("status")
				.asString()
				.equals("REFUNDED"));
	}

	@Test
	void whatAFileBringsIsFoundAndBookedOrNothingOfIt() {
		String good = """
				[{"externalId":"e2e-%1$d-a","title":"Imported Heron","languages":["English"],"genres":["Drama"],"durationMinutes":90},
				 {"externalId":"e2e-%1$d-b","title":"Imported Stork","languages":["English"],"genres":["Drama"],"durationMinutes":95}]"""
			.formatted(System.nanoTime());
		String bad = good.replace("\"durationMinutes\":95", "\"durationMinutes\":0");

		Api.Answer refused = this.admin.post("/api/v1/admin/movies/import", bad);

		assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
		assertThat(refused.code()).isEqualTo("IMPORT_INVALID");
		assertThat(found("imported heron")).isZero();
		Api.Answer imported = this.admin.post("/api/v1/admin/movies/import", good);
		assertThat(imported.data("created").asInt()).as(imported.toString()).isEqualTo(2);
		await().atMost(SOON).until(() -> found("importd heron") == 1);
		assertThat(this.admin.post("/api/v1/admin/movies/import", good).data("unchanged").asInt()).isEqualTo(2);
	}

	private int found(String words) {
		return this.visitor.api()
			.get("/api/v1/user/movies/search?q=" + words.replace(' ', '+'))
			.data("totalItems")
			.asInt();
	}

	private String shows() {
		return this.visitor.api().get("/api/v1/user/shows/movie/" + this.movie).body().toString();
	}

	private Api.Answer hold(String show, String seat) {
		return this.visitor.api().post("/api/v1/bookings/book", Map.of("showId", show, "seats", List.of(seat)));
	}

	private String show(Instant start, Map<String, Object> more) {
		Map<String, Object> wish = new HashMap<>(more);
		wish.putAll(Map.of("movieId", this.movie, "venueId", this.venue.path("id").asString(), "screenId",
				this.venue.at("/screens/0/id").asString(), "startsAt", start.toString(), "prices",
				Map.of("REGULAR", Map.of("amount", "200.00"))));
		return created("/api/v1/admin/shows", wish).path("id").asString();
	}

	private JsonNode created(String path, Object body) {
		Api.Answer answer = this.admin.post(path, body);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
		return answer.data("");
	}

}
