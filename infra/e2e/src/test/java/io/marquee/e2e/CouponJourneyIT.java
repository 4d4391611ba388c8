package io.marquee.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The only use of a coupon, wanted by two customers.
 */
@ExtendWith(Suite.class)
class CouponJourneyIT {

	private final Suite suite;

	private final Box box;

	private final Api api;

	CouponJourneyIT(Suite suite) {
		this.suite = suite;
		this.box = new Box(suite);
		this.api = Api.at(suite.gateway());
	}

	@Test
	void theLastUseOfACouponGoesToOneAndComesBackWhenTheBookingIsCancelled() {
		Api admin = loggedIn("admin");
		String coupon = "E2E" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
		Api.Answer made = admin.post("/api/v1/admin/offers",
				Map.of("code", coupon, "title", "Once", "description", "Once", "category", "MOVIE", "type",
						"PERCENTAGE", "value", 50, "totalLimit", 1, "perUserLimit", 1, "validFrom",
						Instant.now().minusSeconds(60).toString(), "validUntil",
						Instant.now().plus(Duration.ofDays(1)).toString()));
		assertThat(made.status()).as(made.toString()).isEqualTo(201);
		String usage = "/api/v1/admin/offers/" + made.data("id").asString() + "/usage";
		Api user = loggedIn("user");
		Api other = loggedIn("staff");
		String show = this.box.show(7);
		List<String> seats = this.box.freeSeats(show, 4);

		assertThat(user.post("/api/v1/bookings/book", Map.of("showId", show, "seats", seats.subList(0, 1))).status())
			.isEqualTo(201);
		Api.Answer gone = other.post("/api/v1/bookings/book", booking(show, seats.getFirst(), coupon));
		assertThat(gone.code()).as("a hold that fails keeps no coupon").isEqualTo("SEATS_UNAVAILABLE");
		Api.Answer held = user.post("/api/v1/bookings/book", booking(show, seats.get(1), coupon));
		assertThat(held.status()).as(held.toString()).isEqualTo(201);
		Api.Answer refused = other.post("/api/v1/bookings/book", booking(show, seats.get(2), coupon));
		assertThat(refused.code()).as(refused.toString()).isEqualTo("COUPON_USED_UP");

		Api.Answer paid = user.post("/api/v1/bookings/confirm", Map.of("paymentId", held.data("paymentId").asString(),
				"paymentMethod", Map.of("type", "CARD", "token", "tok_visa")));
		assertThat(paid.status()).as(paid.toString()).isEqualTo(200);
		await().atMost(Duration.ofSeconds(15)).until(() -> admin.get(usage).data("redeemed").asInt() == 1);

		Api.Answer cancelled = user.patch("/api/v1/bookings/cancel/" + held.data("bookingId").asString(), Map.of());
		assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(200);
		await().atMost(Duration.ofSeconds(15)).until(() -> admin.get(usage).data("left").asInt() == 1);
		Api.Answer second = other.post("/api/v1/bookings/book", booking(show, seats.get(3), coupon));
		assertThat(second.status()).as(second.toString()).isEqualTo(201);
		this.box.awaitMail("user@marquee.example", held.data("bookingCode").asString());
	}

	private static Map<String, Object> booking(String show, String seat, String coupon) {
		return Map.of("showId", show, "seats", List.of(seat), "couponCode", coupon);
	}

	private Api loggedIn(String name) {
		return this.api.loggedIn(name + "@marquee.example", this.suite.demoPassword());
	}

}
