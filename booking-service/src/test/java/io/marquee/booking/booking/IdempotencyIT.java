package io.marquee.booking.booking;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.bson.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IdempotencyIT extends BookingIT {

	private final String key = UUID.randomUUID().toString();

	@Test
	void sameKeyAndBodyIsTheSameBookingAndAnswer() {
		String token = this.tokens.user("u-1");
		Answer first = post("/bookings/book", token, this.key, booking("A1"));
		Answer second = post("/bookings/book", token, this.key, booking("A1"));
		assertThat(first.status()).isEqualTo(201);
		assertThat(second.status()).isEqualTo(201);
		assertThat(second.text()).isEqualTo(first.text());
		Answer paid = post("/bookings/confirm", token, this.key + "p", payment(first, "tok_visa"));
		assertThat(post("/bookings/confirm", token, this.key + "p", payment(first, "tok_visa")).text())
			.isEqualTo(paid.text());
	}

	@Test
	void sameKeyWithAnotherBodyIsRefusedAndAnotherUsersKeyIsAnother() {
		post("/bookings/book", this.tokens.user("u-1"), this.key, booking("A1"));
		Answer other = post("/bookings/book", this.tokens.user("u-1"), this.key, booking("A2"));
		assertThat(other.status()).isEqualTo(422);
		assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
		assertThat(post("/bookings/book", this.tokens.user("u-2"), this.key, booking("A3")).status()).isEqualTo(201);
	}

	@Test
	void manyAtOnceMakeOneBooking() {
		String token = this.tokens.user("u-1");
		List<CompletableFuture<Answer>> calls = IntStream.range(0, 20)
			.mapToObj(
					(i) -> CompletableFuture.supplyAsync(() -> post("/bookings/book", token, this.key, booking("B1"))))
			.toList();
		List<Answer> answers = calls.stream().map(CompletableFuture::join).toList();
		assertThat(answers).extracting(Answer::status).isSubsetOf(201, 409).contains(201);
		assertThat(answers).filteredOn((answer) -> answer.status() == 201)
			.extracting(Answer::text)
			.containsOnly(post("/bookings/book", token, this.key, booking("B1")).text());
		assertThat(answers).filteredOn((answer) -> answer.status() == 409)
			.allSatisfy((answer) -> assertThat(answer.code()).isEqualTo("IDEMPOTENCY_KEY_IN_USE"));
	}

	@Test
	void keyWhoseFirstRequestDiedIsTakenOverAndFindsItsBooking() {
		String token = this.tokens.user("u-1");
		Answer first = post("/bookings/book", token, this.key, booking("C1"));
		forgetTheAnswer();
		assertThat(post("/bookings/book", token, this.key, booking("C1")).code()).isEqualTo("IDEMPOTENCY_KEY_IN_USE");
		this.clock.advance(Duration.ofSeconds(31));
		Answer again = post("/bookings/book", token, this.key, booking("C1"));
		assertThat(again.status()).isEqualTo(201);
		assertThat(again.data("id")).isEqualTo(first.data("id"));
	}

	@Test
	void refusesAKeyThatIsNone() {
		assertThat(post("/bookings/book", this.tokens.user("u-1"), "x".repeat(300), booking("A1")).status())
			.isEqualTo(400);
	}

	/** As if the service had died after its work and before its answer was kept. */
	private void forgetTheAnswer() {
		this.mongo.getCollection("idempotency")
			.updateOne(new Document("_id", "u-1|" + this.key), new Document("$unset", new Document("answer", 1))
				.append("$set", new Document("leaseUntil", Date.from(now().plusSeconds(30)))));
	}

}
