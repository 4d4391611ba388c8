package io.marquee.booking.booking;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class HoldingSeatsIT extends BookingIT {

	@Test
	void holdsSeatsAtThePriceOfTheirCategory() {
		Answer booking = book("u-1", "A1", "H1");
		assertThat(booking.status()).isEqualTo(201);
		assertThat(booking.body().path("data").path("amount").path("amount").asString()).isEqualTo("850.50");
		assertThat(booking.data("status")).isEqualTo("HELD");
		assertThat(booking.data("bookingId")).isEqualTo(booking.data("id"));
		assertThat(booking.data("expiresAt")).isNotEmpty();
		assertThat(seat("A1")).isEqualTo("held");
		assertThat(seat("A2")).isEqualTo("available");
		await().untilAsserted(() -> assertThat(this.events.typesOf(booking.data("id"))).containsExactly("held"));
	}

	@Test
	void givesTheSameSeatsToOneOfTwoHundred() throws Exception {
		List<Answer> answers = atOnce(200, (i) -> book("buyer-" + i, "C1", "C2"));
		assertThat(answers).extracting(Answer::status).containsOnly(201, 409);
		assertThat(answers).filteredOn((answer) -> answer.status() == 201).hasSize(1);
		assertThat(answers).filteredOn((answer) -> answer.status() == 409).allSatisfy((answer) -> {
			assertThat(answer.code()).isEqualTo("SEATS_UNAVAILABLE");
			assertThat(answer.text()).contains("C1", "C2");
		});
	}

	@Test
	void overlapTakesNothingAndNamesTheSeatsThatAreGone() {
		book("u-1", "D2", "D3");
		Answer refused = book("u-2", "D1", "D2");
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.body().path("errors").valueStream().toList()).singleElement().satisfies((error) -> {
			assertThat(error.path("field").asString()).isEqualTo("seats");
			assertThat(error.path("message").asString()).startsWith("D2 ");
		});
		assertThat(seat("D1")).isEqualTo("available");
	}

	@Test
	void expiredHoldMakesWayForTheNextBuyer() {
		Answer first = book("u-1", "E1");
		this.clock.advance(Duration.ofMinutes(5));
		assertThat(seat("E1")).isEqualTo("available");
		assertThat(book("u-2", "E1").status()).isEqualTo(201);
		assertThat(status("u-1", first).data("status")).isEqualTo("EXPIRED");
		assertThat(confirm("u-1", first, "tok_visa").status()).isEqualTo(410);
		await()
			.untilAsserted(() -> assertThat(this.events.typesOf(first.data("id"))).containsExactly("held", "expired"));
	}

	@Test
	void sweeperExpiresWhatNobodyWants() {
		Answer booking = book("u-1", "E2");
		this.clock.advance(Duration.ofMinutes(5));
		this.deadlines.sweep();
		assertThat(status("u-1", booking).data("status")).isEqualTo("EXPIRED");
	}

	@Test
	void tenSeatsAShowAndUserAndNotOneMoreHoweverManyAskAtOnce() throws Exception {
		List<Answer> answers = atOnce(16, (i) -> book("greedy", "B" + (i % 10 + 1), "F" + (i % 8 + 1)));
		long seats = 2 * answers.stream().filter((answer) -> answer.status() == 201).count();
		assertThat(answers).extracting(Answer::status).isSubsetOf(201, 409).contains(201);
		assertThat(seats).isLessThanOrEqualTo(10);
		int left = (int) (10 - seats);
		if (left > 0) {
			String[] rest = IntStream.rangeClosed(1, left).mapToObj((i) -> "G" + i).toArray(String[]::new);
			assertThat(book("greedy", rest).status()).isEqualTo(201);
		}
		assertThat(book("greedy", "G10").code()).isEqualTo("SEAT_LIMIT_REACHED");
		assertThat(book("modest", "G10").status()).isEqualTo(201);
	}

	@Test
	void holdGivenBackIsFreeAtOnce() {
		Answer booking = book("u-1", "A5");
		String path = "/bookings/" + booking.data("id") + "/hold";
		assertThat(delete(path, this.tokens.user("u-2")).status()).isEqualTo(404);
		assertThat(delete(path, this.tokens.user("u-1")).data("status")).isEqualTo("CANCELLED");
		assertThat(delete(path, this.tokens.user("u-1")).status()).isEqualTo(200);
		assertThat(book("u-2", "A5").status()).isEqualTo(201);
		assertThat(confirm("u-1", booking, "tok_visa").status()).isEqualTo(410);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "'A1\",\"A1' | 400", "'Z1' | 404", "'' | 400",
			"'A1\",\"A2\",\"A3\",\"A4\",\"A5\",\"A6\",\"A7\",\"A8\",\"A9\",\"A10\",\"B1' | 400" })
	void refusesSeatsThatCannotBe(String seats, int status) {
		assertThat(book("u-1", seats).status()).isEqualTo(status);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "{", "{\"showId\":1}", "{\"showId\":\"s\",\"seats\":[]}",
			"{\"showId\":\"s\",\"seats\":\"A1\"}", "{\"showId\":\"s\",\"seats\":[null]}",
			"{\"showId\":\"s\",\"seats\":[\"A1\"],\"price\":1}",
			"{\"showId\":\"s\",\"seats\":[\"A1\"],\"userId\":\"x\"}" })
	void refusesABodyThatIsNoBooking(String body) {
		assertThat(post("/bookings/book", this.tokens.user("u-1"), body).status()).isEqualTo(400);
	}

	@Test
	void sellsOnlyShowsToCome() {
		this.show = "none";
		assertThat(book("u-1", "A1").code()).isEqualTo("SHOW_NOT_FOUND");
		this.show = "begun-" + System.nanoTime();
		neighbours.schedule(this.show, now().minusSeconds(1), "SCHEDULED");
		assertThat(book("u-1", "A1").code()).isEqualTo("SHOW_NOT_ON_SALE");
		this.show = "off-" + System.nanoTime();
		neighbours.schedule(this.show, now().plusSeconds(9000), "CANCELLED");
		assertThat(book("u-1", "A1").status()).isEqualTo(409);
	}

	@Test
	void couponLowersThePriceAndWithoutOffersOnlyCouponsFail() {
		String coupon = booking("A1", "A2").replace("}", ",\"couponCode\":\"HALF\"}");
		Answer booking = post("/bookings/book", this.tokens.user("u-1"), coupon);
		assertThat(booking.body().path("data").path("amount").path("amount").asString()).isEqualTo("250.00");
		assertThat(post("/bookings/book", this.tokens.user("u-1"), coupon.replace("HALF", "NONE")).code())
			.isEqualTo("COUPON_NOT_FOUND");
		neighbours.down(true);
		Answer refused = post("/bookings/book", this.tokens.user("u-2"), coupon);
		assertThat(refused.status()).isEqualTo(503);
		assertThat(refused.code()).isEqualTo("OFFERS_SERVICE_UNAVAILABLE");
		assertThat(book("u-2", "A3").status()).as("a cached show, no coupon").isEqualTo(201);
	}

	@Test
	void couponOfAHoldThatFailedIsGivenBack() {
		int before = neighbours.couponsGivenBack().size();
		book("u-1", "A1");
		String coupon = booking("A1").replace("}", ",\"couponCode\":\"HALF\"}");
		assertThat(post("/bookings/book", this.tokens.user("u-2"), coupon).code()).isEqualTo("SEATS_UNAVAILABLE");
		assertThat(neighbours.couponsGivenBack()).hasSize(before + 1);
		String again = "key-" + System.nanoTime();
		String free = booking("A2").replace("}", ",\"couponCode\":\"HALF\"}");
		assertThat(post("/bookings/book", this.tokens.user("u-2"), again, free).status()).isEqualTo(201);
		assertThat(post("/bookings/book", this.tokens.user("u-2"), again, free).status()).isEqualTo(201);
		assertThat(neighbours.couponsGivenBack()).hasSize(before + 1);
	}

	@Test
	void onlyAConfirmedBookingMakesTheNextOneNotTheFirst() {
		String user = "new-" + System.nanoTime();
		Answer held = book(user, "A1");
		String coupon = ",\"couponCode\":\"FIRST\"}";
		Answer first = post("/bookings/book", this.tokens.user(user), booking("A2").replace("}", coupon));
		assertThat(first.status()).isEqualTo(201);
		confirm(user, held, "tok_visa");
		Answer second = post("/bookings/book", this.tokens.user(user), booking("A3").replace("}", coupon));
		assertThat(second.code()).isEqualTo("COUPON_FIRST_BOOKING_ONLY");
	}

	@Test
	void tellsOtherServicesWhetherABookingExists() {
		Answer held = book("u-1", "A5");
		assertThat(internal(held.data("id"), this.tokens.service()).status()).isEqualTo(200);
		assertThat(internal("bk_none", this.tokens.service()).code()).isEqualTo("BOOKING_NOT_FOUND");
		assertThat(internal(held.data("id"), this.tokens.user("u-1")).status()).isEqualTo(403);
	}

	private Answer internal(String id, String token) {
		return get("/../../internal/bookings/" + id, token);
	}

	@Test
	void partnerNeedsItsScope() {
		String booking = booking("A7");
		assertThat(post("/bookings/book", this.tokens.partner("p", "catalog:read"), booking).status()).isEqualTo(403);
		assertThat(post("/bookings/book", this.tokens.partner("p", "bookings:write"), booking).status()).isEqualTo(201);
		assertThat(post("/bookings/book", this.tokens.service(), booking).status()).isEqualTo(403);
		assertThat(post("/bookings/book", null, booking).status()).isEqualTo(401);
	}

	@Test
	void seatMapThatDidNotChangeHasTheSameEtag() {
		Answer map = get("/bookings/seats/" + this.show, null);
		assertThat(map.body().path("data").path("seats").size()).isEqualTo(80);
		assertThat(get("/bookings/seats/" + this.show, null).etag()).isPresent().isEqualTo(map.etag());
		assertThat(get("/bookings/seats/none", null).status()).isEqualTo(404);
	}

	@Test
	void myBookingsAreMineAndPaged() {
		String user = "pager-" + System.nanoTime();
		Answer first = book(user, "A1");
		book(user, "A2");
		confirm(user, first, "tok_visa");
		Answer page = get("/bookings/my-bookings?limit=1", this.tokens.user(user));
		assertThat(page.body().path("data").path("totalItems").asInt()).isEqualTo(2);
		assertThat(page.body().path("data").path("items").size()).isEqualTo(1);
		Answer confirmed = get("/bookings/my-bookings?status=CONFIRMED&when=upcoming", this.tokens.user(user));
		assertThat(confirmed.body().path("data").path("items").valueStream().toList()).singleElement()
			.satisfies((item) -> assertThat(item.path("id").asString()).isEqualTo(first.data("id")));
		assertThat(get("/bookings/my-bookings?when=past", this.tokens.user(user)).body()
			.path("data")
			.path("totalItems")
			.asInt()).isZero();
		assertThat(get("/bookings/my-bookings?status=NONSENSE", this.tokens.user(user)).status()).isEqualTo(400);
		assertThat(status("somebody-else", first).status()).isEqualTo(404);
	}

}
