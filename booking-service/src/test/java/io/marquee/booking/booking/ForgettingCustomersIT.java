package io.marquee.booking.booking;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.marquee.booking.support.PublishedEvents;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is left of the bookings of an account that was closed. */
class ForgettingCustomersIT extends BookingIT {

	@Autowired
	private Bookings bookings;

	@Autowired
	private ForgettingCustomers forgetting;

	@Autowired
	private KafkaTemplate<String, CloudEvent> kafka;

	private final String user = UUID.randomUUID().toString();

	@Test
	void bookingsPointAtNobodyAndSeatsMoneyAndTicketsStay() {
		Answer paid = confirmed("A1", "A2");
		Answer held = post("/bookings/book", this.tokens.user(this.user), "key-1", booking("A3"));
		Answer cancelled = confirmed("A4");
		assertThat(cancel(this.user, cancelled).status()).isEqualTo(200);
		CloudEvent closed = closed();
		this.kafka.send("marquee.identity.v1", this.user, closed).join();
		this.kafka.send("marquee.identity.v1", this.user, closed).join();

		await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
			for (Answer booking : List.of(paid, held, cancelled)) {
				assertThat(stored(booking).getString("userId")).startsWith(ForgettingCustomers.NOBODY);
				assertThat(stored(booking).get("cancellation", new Document()).toJson()).doesNotContain(this.user);
			}
			assertThat(idempotencyKeys()).isZero();
		});
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(stored(paid).toJson()).doesNotContain(this.user));

		assertThat(stored(paid).getString("userId")).as("linked by nothing")
			.isNotEqualTo(stored(held).getString("userId"));
		assertThat(stored(paid).getList("claims", String.class)).hasSize(4)
			.contains(this.show + ":A1", this.show + ":A2")
			.filteredOn((claim) -> claim.startsWith("user:"))
			.allMatch((claim) -> claim.startsWith("user:" + ForgettingCustomers.NOBODY));
		assertThat(seat("A1")).isEqualTo("booked");
		assertThat(book("u-other", "A1").code()).isEqualTo("SEATS_UNAVAILABLE");
		assertThat(get("/bookings/my-bookings", this.tokens.user(this.user)).data("totalItems")).isEqualTo("0");
		assertThat(new BookingId(paid.data("id")))
			.satisfies((id) -> assertThat(this.bookings.find(id).orElseThrow().balance().amount().toPlainString())
				.isEqualTo("500.00"));
		this.clock.advance(Duration.ofMinutes(6));
		this.deadlines.sweep();
		assertThat(stored(held).getString("status")).isEqualTo("EXPIRED");
		assertThat(stored(cancelled).getString("status")).isEqualTo("REFUNDED");
		this.bookings.change(new BookingId(paid.data("id")), (booking) -> booking.showCancelled(now()));
		this.deadlines.sweep();
		assertThat(stored(paid).getString("status")).isEqualTo("REFUNDED");
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(this.events.of(paid.data("id")).getLast().getType())
				.isEqualTo("marquee.booking.refunded"));
		assertThat(PublishedEvents.data(this.events.of(paid.data("id")).getLast())).doesNotContain(this.user)
			.contains(ForgettingCustomers.NOBODY);
	}

	@Test
	void aStepThatIsUnderWayIsNotLost() {
		Answer held = book(this.user, "B1");
		BookingId id = new BookingId(held.data("id"));
		AtomicInteger attempts = new AtomicInteger();

		this.bookings.change(id, (booking) -> {
			if (attempts.getAndIncrement() == 0) {
				this.forgetting.closed(this.user);
				this.forgetting.sweep();
			}
			return booking.giveBack(now());
		});

		assertThat(attempts).hasValueGreaterThan(1);
		assertThat(stored(held).getString("status")).isEqualTo("CANCELLED");
		assertThat(stored(held).getString("userId")).startsWith(ForgettingCustomers.NOBODY);
		assertThat(stored(held)).doesNotContainKey("claims");
	}

	@Test
	void aLastRequestIsForgottenTooAndThenTheAccountItself() {
		this.forgetting.closed(this.user);
		this.forgetting.sweep();
		Answer late = book(this.user, "C1");

		this.forgetting.sweep();

		assertThat(stored(late).getString("userId")).startsWith(ForgettingCustomers.NOBODY);
		this.clock.advance(Duration.ofMinutes(16));
		this.forgetting.sweep();
		assertThat(this.mongo.getCollection("closedAccounts").countDocuments(new Document("_id", this.user))).isZero();
	}

	@Test
	void showsServicesAllThatIsHeldInPages() {
		Answer paid = confirmed("D1");
		String path = "/../../internal/users/" + this.user + "/data?after=";
		Answer page = get(path, this.tokens.service());
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body().path("items").size()).isOne();
		assertThat(page.body().path("items").path(0).path("order").path("bookingId").asString())
			.isEqualTo(paid.data("id"));
		assertThat(page.body().path("next").asString("")).isEmpty();
		assertThat(get(path + paid.data("id"), this.tokens.service()).body().path("items").size()).isZero();
		assertThat(get(path, this.tokens.user(this.user)).status()).isEqualTo(403);
	}

	private Answer confirmed(String... seats) {
		Answer booking = book(this.user, seats);
		assertThat(confirm(this.user, booking, "tok_visa").status()).isEqualTo(200);
		return booking;
	}

	private Document stored(Answer booking) {
		return this.mongo.getCollection("bookings").find(new Document("_id", booking.data("id"))).first();
	}

	private long idempotencyKeys() {
		return this.mongo.getCollection("idempotency")
			.countDocuments(new Document("_id", new Document("$regex", "^" + this.user)));
	}

	private CloudEvent closed() {
		return CloudEventBuilder.v1()
			.withId(UUID.randomUUID().toString())
			.withType("marquee.user.deleted")
			.withSource(URI.create("/test"))
			.withSubject(this.user)
			.withDataContentType("application/json")
			.withData("{\"userId\":\"%s\",\"deletedAt\":\"2026-11-27T09:30:00Z\"}".formatted(this.user).getBytes())
			.build();
	}

}
