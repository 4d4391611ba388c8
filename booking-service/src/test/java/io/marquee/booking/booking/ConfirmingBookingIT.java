package io.marquee.booking.booking;

import java.time.Duration;
import java.util.List;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.cloudevents.CloudEvent;
import io.marquee.booking.payment.PaymentMethod.Type;
import io.marquee.booking.support.Neighbours;
import io.marquee.booking.support.PublishedEvents;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ConfirmingBookingIT extends BookingIT {

	@Autowired
	private Bookings bookings;

	@ParameterizedTest
	@ValueSource(strings = { "tok_visa", "tok_slow", "tok_webhook_twice", "tok_webhook_first", "upi_visa", "upi_slow",
			"upi_webhook_twice", "upi_webhook_first", "nb_visa", "nb_slow", "nb_webhook_twice", "nb_webhook_first",
			"wallet_visa", "wallet_slow", "wallet_webhook_twice", "wallet_webhook_first" })
	void paidBookingIsConfirmedAndToldOnce(String token) {
		Answer booking = book("u-1", "A1", "A2");
		Answer confirmed = confirm("u-1", booking, token);
		assertThat(confirmed.status()).isEqualTo(200);
		assertThat(confirmed.data("status")).isEqualTo("CONFIRMED");
		assertThat(confirm("u-1", booking, token).text()).isEqualTo(confirmed.text());
		assertThat(seat("A1")).isEqualTo("booked");
		assertThatOnlyOneConfirmationIsTold(booking);
	}

	@ParameterizedTest
	@ValueSource(strings = { "tok_declined", "upi_declined", "nb_declined", "wallet_declined" })
	void declinedPaymentLeavesTheHoldForAnother(String token) {
		Answer booking = book("u-1", "A1");
		Answer declined = confirm("u-1", booking, token);
		assertThat(declined.status()).isEqualTo(402);
		assertThat(declined.code()).isEqualTo("PAYMENT_DECLINED");
		assertThat(status("u-1", booking).data("status")).isEqualTo("HELD");
		assertThat(confirm("u-1", booking, "tok_nonsense").status()).isEqualTo(402);
		assertThat(confirm("u-1", booking, "tok_visa").status()).isEqualTo(200);
		await().untilAsserted(() -> assertThat(this.events.typesOf(booking.data("id"))).containsExactly("held",
				"payment-failed", "payment-failed", "confirmed"));
		assertThatEventsKeepTheirContract(booking);
	}

	@ParameterizedTest
	@ValueSource(strings = { "tok_answer_lost", "upi_answer_lost", "nb_answer_lost", "wallet_answer_lost" })
	void lostAnswerIsAskedForAndNotGuessed(String token) {
		Answer booking = book("u-1", "A1");
		Answer unclear = confirm("u-1", booking, token);
		assertThat(unclear.status()).isEqualTo(202);
		assertThat(unclear.data("status")).isEqualTo("PAYING");
		this.clock.advance(Duration.ofSeconds(3));
		this.deadlines.sweep();
		assertThat(status("u-1", booking).data("status")).isEqualTo("CONFIRMED");
		assertThatOnlyOneConfirmationIsTold(booking);
	}

	@ParameterizedTest
	@ValueSource(strings = { "tok_webhook_late", "upi_webhook_late", "nb_webhook_late", "wallet_webhook_late" })
	void lateMoneyTakesFreeSeatsAgain(String token) {
		Answer booking = payLate("A1", token);
		assertThat(status("u-1", booking).data("status")).isEqualTo("EXPIRED");
		assertThat(seat("A1")).isEqualTo("available");
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(status("u-1", booking).data("status")).isEqualTo("CONFIRMED"));
		assertThat(seat("A1")).isEqualTo("booked");
		assertThatOnlyOneConfirmationIsTold(booking);
	}

	@Test
	void lateMoneyForSoldSeatsGoesBack() {
		Answer booking = payLate("A1", "tok_webhook_late");
		Answer other = book("u-2", "A1");
		assertThat(confirm("u-2", other, "tok_visa").status()).isEqualTo(200);
		await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
			this.deadlines.sweep();
			assertThat(status("u-1", booking).data("status")).isEqualTo("REFUNDED");
		});
		assertThat(ledger(booking)).containsExactly("CHARGE", "REFUND");
		assertThat(status("u-2", other).data("status")).isEqualTo("CONFIRMED");
		await().untilAsserted(() -> assertThat(this.events.typesOf(booking.data("id"))).containsExactly("held",
				"expired", "refunded"));
		assertThatEventsKeepTheirContract(booking);
	}

	@Test
	void paymentWhoseBeginnerDiedBeforeTheChargeCanBeTakenUp() {
		Answer booking = book("u-1", "A1");
		dieAfterBeginning(booking);
		assertThat(confirm("u-1", booking, "tok_visa").status()).as("still somebody's business").isEqualTo(202);
		this.clock.advance(Duration.ofSeconds(9));
		assertThat(confirm("u-1", booking, "tok_visa").status()).isEqualTo(200);
		assertThatOnlyOneConfirmationIsTold(booking);
	}

	@Test
	void paymentWhoseBeginnerDiedAndThatNobodyTakesUpFreesTheSeatsInTheEnd() {
		Answer booking = book("u-1", "A1");
		dieAfterBeginning(booking);
		this.clock.advance(Duration.ofMinutes(5));
		this.deadlines.sweep();
		assertThat(status("u-1", booking).data("status")).isEqualTo("EXPIRED");
		assertThat(book("u-2", "A1").status()).isEqualTo(201);
	}

	@Test
	void webhooksAreCheckedAndTheirReplaysChangeNothing() {
		Answer booking = book("u-1", "A1");
		confirm("u-1", booking, "tok_webhook_twice");
		await().until(() -> webhooksOf(booking).size() >= 2);
		Neighbours.Webhook webhook = webhooksOf(booking).getFirst();
		Document before = document(booking);
		for (int i = 0; i < 5; i++) {
			assertThat(neighbours.send(webhook.body(), webhook.signature())).isEqualTo(200);
		}
		assertThat(document(booking).get("version")).isEqualTo(before.get("version"));
		byte[] forged = webhook.text().replace("250.00", "999.00").getBytes();
		assertThat(neighbours.send(forged, webhook.signature())).isEqualTo(401);
		assertThat(neighbours.send(webhook.body(), "t=1,v1=" + "0".repeat(64))).isEqualTo(401);
		assertThat(neighbours.send(webhook.body(), "nonsense")).isEqualTo(401);
		assertThat(post("/payments/webhooks/nobody", null, "{}").status()).isEqualTo(404);
		assertThatOnlyOneConfirmationIsTold(booking);
	}

	@Test
	void bookingThatCostsNothingNeedsNoProvider() {
		Answer booking = post("/bookings/book", this.tokens.user("u-1"),
				booking("A1").replace("}", ",\"couponCode\":\"GIFT\"}"));
		assertThat(booking.body().path("data").path("amount").path("amount").asString()).isEqualTo("0.00");
		assertThat(confirm("u-1", booking, "tok_visa").status()).isEqualTo(200);
		assertThat(ledger(booking)).isEmpty();
	}

	@Test
	void anotherUsersPaymentDoesNotExist() {
		Answer booking = book("u-1", "A1");
		assertThat(confirm("u-2", booking, "tok_visa").status()).isEqualTo(404);
		assertThat(status("u-1", booking).data("status")).isEqualTo("HELD");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"paymentId\":\"pay_1\"}",
			"{\"paymentId\":\"pay_1\",\"paymentMethod\":{\"type\":\"CASH\",\"token\":\"tok_visa\"}}",
			"{\"paymentId\":\"pay_1\",\"paymentMethod\":{\"type\":\"CARD\",\"token\":\"4111111111111111\"}}",
			"{\"paymentId\":\"pay_1\",\"paymentMethod\":{\"type\":\"CARD\",\"token\":\"tok_visa\"},\"amount\":1}" })
	void refusesABodyThatIsNoPayment(String body) {
		assertThat(post("/bookings/confirm", this.tokens.user("u-1"), body).status()).isEqualTo(400);
	}

	@Test
	void cardTokensAreNotKept() {
		Answer booking = book("u-1", "A1");
		confirm("u-1", booking, "tok_visa");
		assertThat(document(booking).toJson()).doesNotContain("tok_");
	}

	private Answer payLate(String seat, String token) {
		Answer booking = book("u-1", seat);
		assertThat(confirm("u-1", booking, token).status()).isEqualTo(202);
		this.clock.advance(Duration.ofMinutes(5));
		this.deadlines.sweep();
		return booking;
	}

	private void dieAfterBeginning(Answer booking) {
		BookingId id = new BookingId(booking.data("id"));
		this.bookings.change(id, (current) -> current.startPaying(Type.CARD, now(), Duration.ofSeconds(8)));
	}

	private void assertThatOnlyOneConfirmationIsTold(Answer booking) {
		String id = booking.data("id");
		await().untilAsserted(() -> assertThat(this.events.typesOf(id)).contains("confirmed"));
		await().untilAsserted(() -> assertThat(document(booking).getList("outbox", Document.class)).isEmpty());
		assertThat(this.events.typesOf(id)).filteredOn("confirmed"::equals).hasSize(1);
		assertThat(ledger(booking)).containsExactly("CHARGE");
		assertThatEventsKeepTheirContract(booking);
	}

	private void assertThatEventsKeepTheirContract(Answer booking) {
		SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
		for (CloudEvent event : this.events.of(booking.data("id"))) {
			String path = "/contracts/" + event.getType() + "/schema.json";
			assertThat(schemas.getSchema(getClass().getResourceAsStream(path), InputFormat.JSON)
				.validate(PublishedEvents.data(event), InputFormat.JSON)).as(event.getType()).isEmpty();
		}
	}

	private List<Neighbours.Webhook> webhooksOf(Answer booking) {
		return neighbours.webhooks()
			.stream()
			.filter((webhook) -> webhook.text().contains(booking.data("paymentId")))
			.toList();
	}

	private List<String> ledger(Answer booking) {
		return document(booking).getList("ledger", Document.class)
			.stream()
			.map((entry) -> entry.getString("kind"))
			.toList();
	}

	private Document document(Answer booking) {
		return this.mongo.getCollection("bookings").find(new Document("_id", booking.data("id"))).first();
	}

}
