package io.marquee.booking.booking;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class CancellingIT extends BookingIT {

	@Autowired
	private Bookings bookings;

	@Autowired
	private CancellingShows cancellingShows;

	@Autowired
	private KafkaTemplate<String, CloudEvent> kafka;

	@Test
	void cancelledBookingFreesItsSeatsAtOnceAndGivesHalfBackFiveHoursBefore() {
		Answer booking = confirmed("u-1", "A1", "A2");
		Answer cancelled = cancel("u-1", booking);
		assertThat(cancelled.status()).isEqualTo(200);
		assertThat(cancelled.data("status")).isEqualTo("REFUND_PENDING");
		assertThat(refund(cancelled)).isEqualTo("250.00");
		assertThat(seat("A1")).isEqualTo("available");
		assertThat(book("u-2", "A1").status()).isEqualTo(201);
		this.deadlines.sweep();
		assertThat(status("u-1", booking).data("status")).isEqualTo("REFUNDED");
		assertThat(cancel("u-1", booking).data("status")).as("cancelled twice").isEqualTo("REFUNDED");
		assertThat(ledger(booking)).containsExactly("CHARGE 500.00", "REFUND 250.00");
		await().untilAsserted(() -> assertThat(this.events.typesOf(booking.data("id"))).containsExactly("held",
				"confirmed", "cancelled", "refunded"));
	}

	@Test
	void cancellingAgainAndAgainAtOnceRefundsOnce() {
		Answer booking = confirmed("u-1", "A1");
		assertThat(atOnce(12, (i) -> cancel("u-1", booking).status())).containsOnly(200);
		atOnce(4, (i) -> {
			this.deadlines.sweep();
			return i;
		});
		assertThat(ledger(booking)).containsExactly("CHARGE 250.00", "REFUND 125.00");
	}

	@Test
	void onlyTheOwnerCancelsAndOnlyBeforeTheShow() {
		Answer booking = confirmed("u-1", "A1");
		assertThat(cancel("u-2", booking).status()).isEqualTo(404);
		assertThat(cancel("u-1", book("u-1", "A2")).data("status")).as("a hold is given back").isEqualTo("CANCELLED");
		this.clock.advance(Duration.ofHours(4));
		Answer late = confirmed("u-3", "A3");
		assertThat(cancel("u-3", late).data("status")).as("nothing goes back").isEqualTo("CANCELLED");
		this.clock.advance(Duration.ofHours(1));
		assertThat(cancel("u-1", booking).code()).isEqualTo("CANCELLATION_CLOSED");
	}

	@Test
	void cancelledShowRefundsEverybodyAlsoWhenOneReplicaDiedHalfWay() {
		List<Answer> paid = IntStream.rangeClosed(1, 6).mapToObj((i) -> confirmed("u-" + i, "A" + i)).toList();
		Answer held = book("u-7", "B1");
		Answer paying = book("u-8", "B2");
		assertThat(confirm("u-8", paying, "tok_webhook_late").status()).isEqualTo(202);
		endAsAReplicaThatThenDied(paid.subList(0, 3));
		neighbours.schedule(this.show, now().plus(Duration.ofHours(5)), "CANCELLED");
		this.kafka.send("marquee.catalog.v1", this.show, showCancelled());
		await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
			this.cancellingShows.sweep();
			this.deadlines.sweep();
			assertThat(paid)
				.allSatisfy((booking) -> assertThat(ledger(booking)).containsExactly("CHARGE 250.00", "REFUND 250.00"));
			assertThat(status("u-7", held).data("status")).isEqualTo("CANCELLED");
			this.clock.advance(Duration.ofSeconds(30));
			assertThat(ledger(paying)).as("money that came after all")
				.containsExactly("CHARGE 250.00", "REFUND 250.00");
		});
		assertThat(paid.getFirst().data("id"))
			.satisfies((id) -> await().untilAsserted(() -> assertThat(this.events.typesOf(id)).containsExactly("held",
					"confirmed", "cancelled", "refunded")));
		assertThat(confirm("u-7", held, "tok_visa").code()).isEqualTo("SHOW_CANCELLED");
		assertThat(book("u-9", "C1").code()).isEqualTo("SHOW_NOT_ON_SALE");
	}

	@Test
	void bookingSoldByAReplicaThatHasNotHeardIsEndedToo() {
		this.cancellingShows.cancelled(this.show);
		this.cancellingShows.sweep();
		Answer late = confirmed("u-1", "A1");
		this.cancellingShows.sweep();
		assertThat(status("u-1", late).data("status")).isEqualTo("REFUND_PENDING");
		this.clock.advance(Duration.ofMinutes(16));
		this.cancellingShows.sweep();
		assertThat(this.mongo.getCollection(CancellingShows.COLLECTION).find(new Document("_id", this.show)).first())
			.as("no longer watched")
			.doesNotContainKey("watchUntil");
	}

	@Test
	void staffRefundsByHandWithinWhatWasPaid() {
		Answer booking = confirmed("u-1", "A1", "A2");
		String path = "/admin/bookings/" + booking.data("id") + "/refund";
		assertThat(post(path, this.tokens.user("u-1"), "{}").status()).isEqualTo(403);
		Answer tooMuch = post(path, this.tokens.admin(), amount("500.01"));
		assertThat(tooMuch.status()).isEqualTo(400);
		assertThat(post(path, this.tokens.admin(), amount("200.00")).data("status")).isEqualTo("REFUND_PENDING");
		assertThat(post(path, this.tokens.admin(), amount("1.00")).code()).as("one at a time")
			.isEqualTo("BOOKING_NOT_REFUNDABLE");
		this.deadlines.sweep();
		post(path, this.tokens.admin(), "{}");
		this.deadlines.sweep();
		assertThat(ledger(booking)).containsExactly("CHARGE 500.00", "REFUND 200.00", "REFUND 300.00");
		assertThat(post(path, this.tokens.admin(), "{}").code()).isEqualTo("BOOKING_NOT_REFUNDABLE");
	}

	private Answer confirmed(String user, String... seats) {
		Answer booking = book(user, seats);
		assertThat(confirm(user, booking, "tok_visa").status()).isEqualTo(200);
		return booking;
	}

	private void endAsAReplicaThatThenDied(List<Answer> some) {
		some.forEach((booking) -> this.bookings.change(new BookingId(booking.data("id")),
				(current) -> current.showCancelled(now())));
	}

	private CloudEvent showCancelled() {
		return CloudEventBuilder.v1()
			.withId(UUID.randomUUID().toString())
			.withType("marquee.show.cancelled")
			.withSource(URI.create("/test"))
			.withSubject(this.show)
			.withDataContentType("application/json")
			.withData("{}".getBytes())
			.build();
	}

	private static String amount(String amount) {
		return "{\"amount\":{\"amount\":\"%s\",\"currency\":\"INR\"},\"reason\":\"Seat broken\"}".formatted(amount);
	}

	private static String refund(Answer answer) {
		return answer.body().path("data").path("refund").path("amount").path("amount").asString();
	}

	private List<String> ledger(Answer booking) {
		return this.mongo.getCollection("bookings")
			.find(new Document("_id", booking.data("id")))
			.first()
			.getList("ledger", Document.class)
			.stream()
			.map((entry) -> entry.getString("kind") + " " + entry.get("amount", Document.class).get("amount"))
			.toList();
	}

}
