package io.marquee.booking.booking;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import io.marquee.booking.support.Neighbours;
import io.micrometer.core.instrument.MeterRegistry;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The audit, over bookings and a provider of which other tests have their share. */
@TestPropertySource(properties = { "marquee.audit.settling=1s", "marquee.audit.listed=100000" })
class AuditIT extends BookingIT {

	private static final String PATH = "/admin/bookings/audit";

	@Autowired
	private MeterRegistry meters;

	@Test
	void booksThatAgreeShowNoDifference() {
		Answer confirmed = confirmed("u-1", "A1");
		Answer refunded = confirmed("u-2", "A2");
		assertThat(cancel("u-2", refunded).status()).isEqualTo(200);
		Answer goingBack = confirmed("u-3", "A3");
		this.deadlines.sweep();
		assertThat(cancel("u-3", goingBack).status()).isEqualTo(200);
		Answer declined = book("u-4", "A4");
		confirm("u-4", declined, "tok_declined");
		Answer underWay = book("u-5", "A5");
		confirm("u-5", underWay, "tok_answer_lost");
		JsonNode report = audit();
		assertThat(report.path("comparedWithProvider").asBoolean()).isTrue();
		for (Answer booking : List.of(confirmed, refunded, goingBack, declined, underWay)) {
			assertThat(differences(report, isOf(booking))).isEmpty();
		}
		JsonNode totals = report.path("totals").get(0);
		assertThat(amount(totals, "charged").subtract(amount(totals, "refunded")))
			.isEqualTo(amount(totals, "confirmed").add(amount(totals, "kept"))
				.add(amount(totals, "goingBack"))
				.add(amount(totals, "underReview"))
				.add(amount(totals, "difference")));
		assertThat(amount(totals, "underWay")).isPositive();
	}

	@Test
	void documentThatWasTamperedWithIsNamed() {
		Answer booking = confirmed("u-1", "A1");
		this.mongo.getCollection("bookings")
			.updateOne(new Document("_id", booking.data("id")),
					new Document("$set", new Document("ledger.0.amount.amount", Decimal128.parse("1250.00"))));
		assertThat(differences(audit(), isOf(booking))).extracting((difference) -> difference.path("kind").asString())
			.containsExactlyInAnyOrder("BALANCE", "CHARGE_AMOUNT");
		assertThat(this.meters.get("marquee.audit.difference").gauge().value()).isGreaterThanOrEqualTo(2);
		assertThat(this.meters.get("marquee.audit.age").gauge().value()).isNotNegative();
	}

	@Test
	void chargeThatOnlyOurBooksHaveIsNamed() {
		Answer booking = confirmed("u-1", "A1");
		this.mongo.getCollection("bookings")
			.updateOne(new Document("_id", booking.data("id")),
					new Document("$set", new Document("ledger.0.providerId", "ch_none")));
		assertThat(differences(audit(), isOf(booking))).extracting((difference) -> difference.path("kind").asString())
			.containsExactlyInAnyOrder("CHARGE_MISSING", "CHARGE_UNKNOWN");
	}

	@Test
	void chargeThatNoBookingKnowsIsNamed() throws Exception {
		String charge = chargeBehindOurBack("pay_" + "0".repeat(26));
		assertThat(differences(audit(), (difference) -> difference.path("providerId").asString("").equals(charge)))
			.singleElement()
			.satisfies((difference) -> {
				assertThat(difference.path("kind").asString()).isEqualTo("CHARGE_UNKNOWN");
				assertThat(difference.path("theirs").path("amount").asString()).isEqualTo("77.00");
			});
	}

	@Test
	void secondChargeForABookingIsNamed() throws Exception {
		Answer booking = confirmed("u-1", "A1");
		String charge = chargeBehindOurBack(booking.data("paymentId"));
		assertThat(differences(audit(), isOf(booking))).singleElement().satisfies((difference) -> {
			assertThat(difference.path("kind").asString()).isEqualTo("CHARGE_UNKNOWN");
			assertThat(difference.path("providerId").asString()).isEqualTo(charge);
		});
	}

	@Test
	void refundThatOnlyOurBooksHaveIsNamed() {
		Answer booking = confirmed("u-1", "A1");
		this.mongo.getCollection("bookings")
			.updateOne(new Document("_id", booking.data("id")),
					new Document("$push",
							new Document("ledger",
									new Document("kind", "REFUND")
										.append("amount",
												new Document("amount", Decimal128.parse("250.00")).append("currency",
														"INR"))
										.append("providerId", "re_none")
										.append("at", Date.from(now())))));
		assertThat(differences(audit(), isOf(booking))).extracting((difference) -> difference.path("kind").asString())
			.containsExactlyInAnyOrder("BALANCE", "REFUND_MISSING");
	}

	@Test
	void onlyAdminsSeeAndRunIt() {
		assertThat(post(PATH, null, "").status()).isEqualTo(401);
		assertThat(post(PATH, this.tokens.user("u-1"), "").status()).isEqualTo(403);
		assertThat(get(PATH, this.tokens.staff()).status()).isEqualTo(403);
		assertThat(post(PATH + "?days=0", this.tokens.admin(), "").status()).isEqualTo(400);
		JsonNode report = audit();
		assertThat(get(PATH, this.tokens.admin()).body().path("data").path("id")).isEqualTo(report.path("id"));
	}

	@Test
	void twoAtOnceAreOne() {
		this.mongo.getCollection("auditLeases")
			.insertOne(new Document("_id", "audit").append("holder", "another replica")
				.append("until", Date.from(now().plusSeconds(60))));
		assertThat(post(PATH, this.tokens.admin(), "").code()).isEqualTo("AUDIT_RUNNING");
		this.clock.advance(Duration.ofSeconds(61));
		assertThat(post(PATH + "?days=1", this.tokens.admin(), "").status()).as("the other one died").isEqualTo(200);
	}

	private Answer confirmed(String user, String seat) {
		Answer booking = book(user, seat);
		assertThat(confirm(user, booking, "tok_visa").status()).isEqualTo(200);
		return booking;
	}

	private JsonNode audit() {
		this.clock.advance(Duration.ofSeconds(2));
		Answer answer = post(PATH + "?days=1", this.tokens.admin(), "");
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		return answer.body().path("data");
	}

	private static List<JsonNode> differences(JsonNode report, Predicate<JsonNode> which) {
		return report.path("differences").valueStream().filter(which).toList();
	}

	private static Predicate<JsonNode> isOf(Answer booking) {
		return (difference) -> difference.path("bookingId").asString("").equals(booking.data("id"));
	}

	private static BigDecimal amount(JsonNode totals, String name) {
		return new BigDecimal(totals.path(name).path("amount").asString());
	}

	private static String chargeBehindOurBack(String reference) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(neighbours.paymentsUrl() + "/v1/charges"))
			.header("Authorization", "Bearer " + Neighbours.API_KEY)
			.header("Idempotency-Key", UUID.randomUUID().toString())
			.POST(BodyPublishers.ofString("""
					{"amount":"77.00","currency":"INR","method":{"type":"CARD","token":"tok_visa"},"reference":"%s"}"""
				.formatted(reference)))
			.build();
		try (HttpClient client = HttpClient.newHttpClient()) {
			String answer = client.send(request, BodyHandlers.ofString()).body();
			return JsonMapper.shared().readTree(answer).path("id").asString();
		}
	}

}
