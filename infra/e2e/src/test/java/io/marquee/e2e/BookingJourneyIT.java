package io.marquee.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A real booking through the gateway, and what may never happen to one.
 */
@ExtendWith(Suite.class)
class BookingJourneyIT {

	private static final String USER = "user@marquee.example";

	private final Suite suite;

	private final Box box;

	private final Api api;

	BookingJourneyIT(Suite suite) {
		this.suite = suite;
		this.box = new Box(suite);
		this.api = Api.at(suite.gateway());
	}

	@Test
	void aBookingCrossesEveryServiceInOneTrace() {
		String traceId = UUID.randomUUID().toString().replace("-", "");
		Api user = user();
		String show = this.box.show(1);
		List<String> seats = this.box.freeSeats(show, 2);
		Api traced = user.with("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01");

		Api.Answer held = traced.post("/api/v1/bookings/book",
				Map.of("showId", show, "seats", seats, "couponCode", "MARQUEE50"));
		assertThat(held.status()).as(held.toString()).isEqualTo(201);
		assertThat(held.data("bookingCode").asString()).isNotBlank();
		assertThat(held.data("amount/currency").asString()).isEqualTo("INR");
		assertThat(stateOf(show, seats.getFirst())).isEqualTo("held");

		Api.Answer confirmed = traced.post("/api/v1/bookings/confirm", card(held, "tok_visa"));
		assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(200);
		assertThat(confirmed.data("status").asString()).isEqualTo("CONFIRMED");
		assertThat(stateOf(show, seats.getFirst())).isEqualTo("booked");

		String code = held.data("bookingCode").asString();
		this.box.awaitMail(USER, code);
		String id = held.data("bookingId").asString();
		assertThat(user.get("/api/v1/bookings/status/" + id).data("status").asString()).isEqualTo("CONFIRMED");
		assertThat(user.get("/api/v1/bookings/my-bookings?limit=100").body().toString()).contains(code);
		await().atMost(Duration.ofSeconds(15))
			.until(() -> user.get("/api/v1/user/notifications?limit=100").body().toString().contains(code));

		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(servicesOf(traceId)).contains("gateway", "booking-service",
					"catalog-service", "offers-service", "notification-service"));
	}

	@Test
	void twoHundredAttemptsOnTheSameSeatsSellThemOnce() {
		Api user = user();
		String show = this.box.show(2);
		List<String> seats = this.box.freeSeats(show, 2);
		List<CompletableFuture<Api.Answer>> attempts = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			attempts.add(user.postLater("/api/v1/bookings/book", Map.of("showId", show, "seats", seats)));
		}
		List<Api.Answer> answers = attempts.stream().map(CompletableFuture::join).toList();
		assertThat(answers).filteredOn((answer) -> answer.status() == 201).hasSize(1);
		assertThat(answers).filteredOn((answer) -> answer.status() != 201).allSatisfy((answer) -> {
			assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
			assertThat(answer.code()).isEqualTo("SEATS_UNAVAILABLE");
		});
	}

	@Test
	void aConfirmationSurvivesKillNineAndIsMailedOnce() {
		Api user = user();
		String show = this.box.show(3);
		Api.Answer held = user.post("/api/v1/bookings/book",
				Map.of("showId", show, "seats", this.box.freeSeats(show, 2)));
		assertThat(held.status()).as(held.toString()).isEqualTo(201);
		Api.Answer confirmed = user.post("/api/v1/bookings/confirm", card(held, "tok_visa"));
		this.suite.kill("booking-service");
		assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(200);

		Suite.marquee("up", "--no-training", "--no-demo");
		String code = held.data("bookingCode").asString();
		await().atMost(Duration.ofSeconds(30))
			.ignoreExceptions()
			.until(() -> user().get("/api/v1/bookings/status/" + held.data("bookingId").asString())
				.data("status")
				.asString()
				.equals("CONFIRMED"));
		this.box.awaitMail(USER, code);
		await().during(Duration.ofSeconds(4))
			.atMost(Duration.ofSeconds(10))
			.until(() -> this.box.mails(USER, code).size() == 1);
	}

	@Test
	void aDeclinedCardLeavesTheHold() {
		Api user = user();
		String show = this.box.show(4);
		Api.Answer held = user.post("/api/v1/bookings/book",
				Map.of("showId", show, "seats", this.box.freeSeats(show, 1)));
		Api.Answer declined = user.post("/api/v1/bookings/confirm", card(held, "tok_declined"));
		assertThat(declined.status()).as(declined.toString()).isEqualTo(402);
		Api.Answer paid = user.post("/api/v1/bookings/confirm", card(held, "tok_visa"));
		assertThat(paid.status()).as(paid.toString()).isEqualTo(200);
	}

	@Test
	void anotherUsersBookingDoesNotExist() {
		Api user = user();
		String show = this.box.show(5);
		Api.Answer held = user.post("/api/v1/bookings/book",
				Map.of("showId", show, "seats", this.box.freeSeats(show, 1)));
		Api other = this.api.loggedIn("staff@marquee.example", this.suite.demoPassword());
		assertThat(other.get("/api/v1/bookings/status/" + held.data("bookingId").asString()).status()).isEqualTo(404);
		assertThat(other.post("/api/v1/bookings/confirm", card(held, "tok_visa")).status()).isEqualTo(404);
	}

	@Test
	void theDashboardCountsTheBooking() {
		Api user = user();
		String show = this.box.show(6);
		Api admin = this.api.loggedIn("admin@marquee.example", this.suite.demoPassword());
		String before = admin.get("/api/v1/admin/dashboard/stats").body().toString();
		Api.Answer held = user.post("/api/v1/bookings/book",
				Map.of("showId", show, "seats", this.box.freeSeats(show, 1)));
		assertThat(user.post("/api/v1/bookings/confirm", card(held, "tok_visa")).status()).isEqualTo(200);
		await().atMost(Duration.ofSeconds(15))
			.until(() -> !admin.get("/api/v1/admin/dashboard/stats").body().toString().equals(before));
	}

	private Api user() {
		return this.api.loggedIn(USER, this.suite.demoPassword());
	}

	private static Map<String, Object> card(Api.Answer held, String token) {
		return Map.of("paymentId", held.data("paymentId").asString(), "paymentMethod",
				Map.of("type", "CARD", "token", token));
	}

	private String stateOf(String show, String seat) {
		for (JsonNode each : this.api.get("/api/v1/bookings/seats/" + show).data("seats").values()) {
			if (each.path("seat").asString().equals(seat)) {
				return each.path("state").asString();
			}
		}
		return "missing";
	}

	private Set<String> servicesOf(String traceId) {
		Set<String> services = new TreeSet<>();
		Api.at(this.suite.address(9411))
			.get("/zipkin/api/v2/trace/" + traceId)
			.body()
			.values()
			.forEach((span) -> services.add(span.at("/localEndpoint/serviceName").asString("")));
		return services;
	}

}
