package io.marquee.booking.booking;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class FindingBookingsIT extends BookingIT {

	private final String user = "user-" + UUID.randomUUID();

	@Test
	void bookingIsAnOrderFromTheFirstPaymentOn() {
		Answer paid = book(this.user, "A1", "H1");
		Answer held = book(this.user, "A2");
		Answer declined = book(this.user, "A3");
		confirm(this.user, paid, "tok_visa");
		confirm(this.user, declined, "tok_declined");
		Answer page = get("/user/orders", this.tokens.user(this.user));
		assertThat(ids(page)).containsExactly(declined.data("orderId"), paid.data("orderId"));
		assertThat(get("/user/orders/" + held.data("orderId"), this.tokens.user(this.user)).code())
			.isEqualTo("ORDER_NOT_FOUND");
		assertThat(ids(get("/user/orders?status=confirmed", this.tokens.user(this.user))))
			.containsExactly(paid.data("orderId"));
	}

	@Test
	void orderShowsLinesAndPayment() {
		Answer booking = book(this.user, "A1", "H1");
		confirm(this.user, booking, "tok_declined");
		confirm(this.user, booking, "tok_visa");
		Answer answer = get("/user/orders/" + booking.data("orderId"), this.tokens.user(this.user));
		JsonNode order = answer.body().path("data");
		assertThat(order.path("bookingId").asString()).isEqualTo(booking.data("id"));
		assertThat(order.path("lines").valueStream().map((line) -> line.path("price").path("amount").asString()))
			.containsExactly("250.00", "600.50");
		assertThat(order.path("amount").path("amount").asString()).isEqualTo("850.50");
		assertThat(order.path("payment").path("state").asString()).isEqualTo("TAKEN");
		assertThat(order.path("payment").path("method").asString()).isEqualTo("CARD");
		assertThat(order.path("payment").path("attempts").asInt()).isEqualTo(2);
		assertThat(order.path("payment").path("paid").path("amount").asString()).isEqualTo("850.50");
		assertThat(order.path("refunds").isEmpty()).isTrue();
		assertThat(answer.text()).doesNotContain("tok_");
	}

	@Test
	void orderShowsWhatGoesBackAndThenThatItDid() {
		Answer booking = book(this.user, "A1");
		confirm(this.user, booking, "tok_visa");
		post("/admin/bookings/" + booking.data("id") + "/refund", this.tokens.admin(), "{}");
		String path = "/user/orders/" + booking.data("orderId");
		JsonNode refund = get(path, this.tokens.user(this.user)).body().path("data").path("refunds").path(0);
		assertThat(refund.path("amount").path("amount").asString()).isEqualTo("250.00");
		await().untilAsserted(() -> {
			this.clock.advance(Duration.ofSeconds(1));
			this.deadlines.sweep();
			JsonNode order = get(path, this.tokens.user(this.user)).body().path("data");
			assertThat(order.path("refunds").path(0).path("state").asString()).isEqualTo("DONE");
			assertThat(order.path("refunds").size()).isOne();
		});
	}

	@Test
	void orderOfSomebodyElseIsNotFound() {
		Answer booking = book(this.user, "A1");
		confirm(this.user, booking, "tok_visa");
		String path = "/user/orders/" + booking.data("orderId");
		assertThat(get(path, this.tokens.user("somebody-else")).status()).isEqualTo(404);
		assertThat(get(path, null).status()).isEqualTo(401);
		assertThat(get("/user/orders/nonsense", this.tokens.user(this.user)).status()).isEqualTo(404);
	}

	@Test
	void adminFindsBookingsByWhatIsKnownOfThem() {
		Answer one = book(this.user, "A1");
		Answer two = book(this.user, "A2");
		Answer other = book("other-" + this.user, "A3");
		confirm(this.user, one, "tok_visa");
		String first = one.data("id");
		String second = two.data("id");
		String third = other.data("id");
		assertThat(found("showId=" + this.show)).containsExactly(third, second, first);
		assertThat(found("showId=" + this.show + "&sort=createdAt")).containsExactly(first, second, third);
		assertThat(found("userId=" + this.user)).containsExactly(second, first);
		assertThat(found("userId=" + this.user + "&status=CONFIRMED")).containsExactly(first);
		assertThat(found("showId=" + this.show + "&status=held,confirmed&limit=2")).containsExactly(third, second);
		assertThat(found("bookingCode=" + one.data("bookingCode"))).containsExactly(first);
		assertThat(found("code=" + one.data("bookingCode").toLowerCase().replace("-", ""))).containsExactly(first);
		assertThat(found("venueId=ven-1&movieId=mov-1&status=CONFIRMED")).contains(first).doesNotContain(second);
		assertThat(found("venueId=ven-2")).isEmpty();
		assertThat(found("movieId=mov-1")).contains(third);
		assertThat(found("userId=" + this.user + "&from=" + now().minusSeconds(600) + "&to=" + now().plusSeconds(5)))
			.hasSize(2);
		assertThat(found("userId=" + this.user + "&to=" + now().minusSeconds(600))).isEmpty();
		assertThat(found("userId=" + this.user + "&confirmedFrom=" + now().minusSeconds(600))).containsExactly(first);
		assertThat(found("userId=" + this.user + "&confirmedTo=2026-01-01")).isEmpty();
	}

	@Test
	void adminGoesOnAfterABooking() {
		String first = book(this.user, "A1").data("id");
		String second = book(this.user, "A2").data("id");
		String third = book(this.user, "A3").data("id");
		String mine = "userId=" + this.user + "&limit=1";
		Answer page = all(mine + "&after=" + third);
		assertThat(ids(page)).containsExactly(second);
		assertThat(page.body().path("data").path("totalItems").asInt()).isEqualTo(3);
		assertThat(found(mine + "&after=" + second)).containsExactly(first);
		assertThat(found(mine + "&after=" + first)).isEmpty();
		assertThat(found(mine + "&sort=createdAt&after=" + first)).containsExactly(second);
		assertThat(all(mine + "&after=" + first + "&page=2").status()).isEqualTo(400);
		assertThat(ids(all(mine + "&page=4"))).isEmpty();
		assertThat(ids(all(mine + "&page=123456789"))).isEmpty();
	}

	@Test
	void adminSeesAllThereIsToABooking() {
		Answer booking = book(this.user, "A1");
		confirm(this.user, booking, "tok_declined");
		confirm(this.user, booking, "tok_visa");
		JsonNode found = get("/admin/bookings/" + booking.data("id"), this.tokens.admin()).body().path("data");
		assertThat(found.path("userId").asString()).isEqualTo(this.user);
		assertThat(found.path("payment").path("attempt").asInt()).isEqualTo(2);
		assertThat(found.path("payment").path("chargeId").asString()).isNotEmpty();
		assertThat(found.path("ledger").path(0).path("kind").asString()).isEqualTo("CHARGE");
		assertThat(found.path("balance").path("amount").asString()).isEqualTo("250.00");
		assertThat(found.toString()).doesNotContain("tok_", "claims", "outbox");
		assertThat(get("/admin/bookings/bk_nonsense", this.tokens.admin()).code()).isEqualTo("BOOKING_NOT_FOUND");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "user=x | UNKNOWN_PARAMETER | user | userId",
					"sort=amount | VALIDATION_FAILED | sort | createdAt",
					"status=NONSENSE | VALIDATION_FAILED | status | CONFIRMED",
					"from=yesterday | VALIDATION_FAILED | from | 2026", "limit=101 | VALIDATION_FAILED | limit | 100",
					"after=17 | VALIDATION_FAILED | after | booking",
					"bookingCode=0 | VALIDATION_FAILED | bookingCode | K7QM" })
	void whatAListDoesNotKnowIsRefusedWithWhatItKnows(String query, String code, String field, String hint) {
		Answer refused = all(query);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.code()).isEqualTo(code);
		assertThat(refused.body().path("errors").path(0).path("field").asString()).isEqualTo(field);
		assertThat(refused.body().path("errors").path(0).path("message").asString()).contains(hint);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/admin/bookings", "/admin/bookings/bk_1", "/admin/seats/show-1" })
	void onlyAdminsSeeEverybodysBookings(String path) {
		assertThat(get(path, this.tokens.user(this.user)).status()).isEqualTo(403);
		assertThat(get(path, this.tokens.staff()).status()).isEqualTo(403);
		assertThat(get(path, null).status()).isEqualTo(401);
	}

	@Test
	void adminSeesWhoHasASeat() {
		Answer owned = book(this.user, "A1");
		confirm(this.user, owned, "tok_visa");
		Answer held = book(this.user, "A2");
		JsonNode seats = get("/admin/seats/" + this.show, this.tokens.admin()).body().path("data").path("seats");
		assertThat(seats.size()).isEqualTo(80);
		assertThat(seats.path(0).path("state").asString()).isEqualTo("booked");
		assertThat(seats.path(0).path("holder").path("bookingId").asString()).isEqualTo(owned.data("id"));
		assertThat(seats.path(0).path("holder").path("userId").asString()).isEqualTo(this.user);
		assertThat(seats.path(0).path("holder").path("expiresAt").isNull()).isTrue();
		assertThat(seats.path(1).path("state").asString()).isEqualTo("held");
		assertThat(seats.path(1).path("holder").path("bookingCode").asString()).isEqualTo(held.data("bookingCode"));
		assertThat(seats.path(1).path("holder").path("expiresAt").asString()).isEqualTo(held.data("expiresAt"));
		assertThat(seats.path(2).path("state").asString()).isEqualTo("available");
		assertThat(seats.path(2).path("holder").isNull()).isTrue();
		this.clock.advance(Duration.ofMinutes(5));
		assertThat(get("/admin/seats/" + this.show, this.tokens.admin()).body()
			.path("data")
			.path("seats")
			.path(1)
			.path("state")
			.asString()).isEqualTo("available");
		assertThat(get("/admin/seats/none", this.tokens.admin()).status()).isEqualTo(404);
	}

	private Answer all(String query) {
		return get("/admin/bookings?" + query, this.tokens.admin());
	}

	private List<String> found(String query) {
		return ids(all(query));
	}

	private static List<String> ids(Answer page) {
		assertThat(page.status()).as(page.text()).isEqualTo(200);
		return page.body().path("data").path("items").valueStream().map((item) -> item.path("id").asString()).toList();
	}

}
