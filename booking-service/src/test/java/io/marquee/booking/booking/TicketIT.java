package io.marquee.booking.booking;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import javax.imageio.ImageIO;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.cloudevents.CloudEvent;
import io.marquee.booking.support.PublishedEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Tickets, and the door. */
class TicketIT extends BookingIT {

	private static final String CHECK_IN = "/admin/check-in";

	@Test
	void confirmationCarriesTheTicket() {
		Answer booking = book("u-1", "A1", "A2");
		assertThat(booking.body().path("data").path("ticket").isNull()).isTrue();
		JsonNode ticket = confirm("u-1", booking, "tok_visa").body().path("data").path("ticket");
		assertThat(ticket.path("href").asString()).isEqualTo("/api/v1/bookings/" + booking.data("id") + "/ticket");
		JsonNode whole = ticket(booking);
		assertThat(whole.path("code").asString()).isEqualTo(ticket.path("code").asString());
		assertThat(whole.path("bookingCode").asString()).isEqualTo(booking.data("bookingCode"));
		assertThat(whole.path("seats").toString()).isEqualTo("[\"A1\",\"A2\"]");
		assertThat(whole.path("admitted").asBoolean()).isFalse();
		assertThat(whole.path("show").path("localStart").asString()).endsWith(" IST");
		assertThat(whole.path("links").path("pdf").asString()).endsWith("/ticket.pdf");
	}

	@ParameterizedTest
	@CsvSource({ "ticket.png, image/png, ‰PNG", "ticket.pdf, application/pdf, %PDF",
			"calendar.ics, text/calendar;charset=UTF-8, BEGIN:VCALENDAR" })
	void filesComePlainAndAreKeptByNobody(String file, String type, String beginning) {
		Answer booking = confirmed("u-1", "A1");
		String path = "bookings/" + booking.data("id") + "/" + file;
		HttpResponse<byte[]> own = download("/api/v1/" + path, this.tokens.user("u-1"), "*/*");
		HttpResponse<byte[]> internal = download("/internal/" + path, this.tokens.service(), type);
		assertThat(List.of(own, internal)).allSatisfy((answer) -> {
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(new String(answer.body(), java.nio.charset.Charset.forName("windows-1252")))
				.startsWith(beginning);
			assertThat(answer.headers().firstValue("Content-Type")).contains(type);
			assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store, private");
			assertThat(answer.headers().firstValue("Content-Disposition")).hasValueSatisfying(
					(name) -> assertThat(name).startsWith("inline").contains(booking.data("bookingCode")));
		});
		assertThat(download("/api/v1/" + path, this.tokens.user("u-2"), type)).satisfies((answer) -> {
			assertThat(answer.statusCode()).isEqualTo(404);
			assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("BOOKING_NOT_FOUND");
		});
		assertThat(download("/internal/" + path, this.tokens.user("u-1"), type).statusCode()).isEqualTo(403);
	}

	@Test
	void pictureHasTheSizeAskedForWithinBounds() throws Exception {
		String path = "/api/v1/bookings/" + confirmed("u-1", "A1").data("id") + "/ticket.png?size=";
		byte[] picture = download(path + "300", this.tokens.user("u-1"), "image/png").body();
		assertThat(ImageIO.read(new ByteArrayInputStream(picture)).getWidth()).isEqualTo(300);
		assertThat(List.of("127", "1025", "large"))
			.allSatisfy((size) -> assertThat(download(path + size, this.tokens.user("u-1"), "image/png").statusCode())
				.isEqualTo(400));
	}

	@Test
	void onlyAConfirmedBookingHasATicket() {
		Answer booking = book("u-1", "A1");
		assertThat(get(path(booking), this.tokens.user("u-1")).code()).isEqualTo("TICKET_NOT_AVAILABLE");
		confirm("u-1", booking, "tok_visa");
		cancel("u-1", booking);
		assertThat(get(path(booking), this.tokens.user("u-1")).status()).isEqualTo(409);
		assertThat(get(path(booking), this.tokens.user("u-2")).status()).isEqualTo(404);
		assertThat(get("/bookings/nonsense/ticket", this.tokens.user("u-1")).status()).isEqualTo(404);
		assertThat(get(path(booking), null).status()).isEqualTo(401);
		assertThat(get(path(booking), this.tokens.partner("p-1", "catalog:read")).status()).isEqualTo(403);
	}

	@Test
	void admitsOnceAndSaysWhenToWhoeverComesAgain() {
		Answer booking = confirmed("u-1", "A1", "A2");
		String code = ticket(booking).path("code").asString();
		doorsOpen();
		Answer entry = checkIn(code, "scan-1");
		assertThat(entry.status()).isEqualTo(200);
		assertThat(entry.body().path("data").path("admitted").asBoolean()).isTrue();
		assertThat(entry.body().path("data").path("repeated").asBoolean()).isFalse();
		assertThat(entry.body().path("data").path("seats").toString()).isEqualTo("[\"A1\",\"A2\"]");
		Answer again = checkIn(code, "scan-1");
		assertThat(again.status()).isEqualTo(200);
		assertThat(again.text()).isEqualTo(entry.text().replace("\"repeated\":false", "\"repeated\":true"));
		Answer other = checkIn(booking.data("bookingCode"), "scan-2");
		assertThat(other.status()).isEqualTo(409);
		assertThat(other.code()).isEqualTo("TICKET_ALREADY_ADMITTED");
		assertThat(other.body().path("message").asString()).contains(" IST on ");
		assertThat(ticket(booking).path("admitted").asBoolean()).isTrue();
		assertThatTheWorldLearnsOfOneAdmission(booking);
	}

	@Test
	void ofTwoGatesThatScanAtOnceOneAdmits() {
		Answer booking = confirmed("u-1", "A1");
		String code = ticket(booking).path("code").asString();
		doorsOpen();
		List<Answer> answers = atOnce(16, (i) -> checkIn(code, "gate-" + i));
		assertThat(answers).filteredOn((answer) -> answer.status() == 200).hasSize(1);
		assertThat(answers).filteredOn((answer) -> answer.status() != 200)
			.extracting(Answer::code)
			.containsOnly("TICKET_ALREADY_ADMITTED");
		assertThatTheWorldLearnsOfOneAdmission(booking);
	}

	@Test
	void oneScanSentManyTimesAtOnceIsOneEntry() {
		Answer booking = confirmed("u-1", "A1");
		doorsOpen();
		List<Answer> answers = atOnce(16, (i) -> checkIn(booking.data("bookingCode"), "same"));
		assertThat(answers).extracting(Answer::status).containsOnly(200);
		assertThat(answers).extracting((answer) -> answer.data("admittedAt"))
			.containsOnly(answers.getFirst().data("admittedAt"));
		assertThat(answers).filteredOn((answer) -> answer.text().contains("\"repeated\":false")).hasSize(1);
	}

	@Test
	void bookingCodeCanBeTypedAsPeopleDo() {
		String code = confirmed("u-1", "A1").data("bookingCode");
		doorsOpen();
		assertThat(checkIn(" " + code.toLowerCase().replace("-", " ") + " ", "typed").status()).isEqualTo(200);
	}

	@Test
	void refusesWithItsReason() {
		Answer held = book("u-1", "A1");
		Answer cancelled = confirmed("u-2", "A2");
		String cancelledCode = ticket("u-2", cancelled).path("code").asString();
		cancel("u-2", cancelled);
		Answer good = confirmed("u-3", "A3");
		String code = ticket("u-3", good).path("code").asString();
		assertThat(refusal(code)).isEqualTo("409 TICKET_TOO_EARLY");
		doorsOpen();
		assertThat(refusal(held.data("bookingCode"))).isEqualTo("409 TICKET_NOT_PAID");
		assertThat(refusal(cancelledCode)).isEqualTo("409 TICKET_CANCELLED");
		this.deadlines.sweep();
		assertThat(refusal(cancelledCode)).isEqualTo("409 TICKET_REFUNDED");
		assertThat(refusal("2222-2222")).isEqualTo("404 TICKET_UNKNOWN");
		assertThat(refusal("hello")).isEqualTo("404 TICKET_UNKNOWN");
		assertThat(refusal(code.substring(0, code.lastIndexOf('.')) + ".AAAA")).isEqualTo("400 TICKET_FORGED");
		Answer elsewhere = post(CHECK_IN, this.tokens.staff(),
				"{\"code\":\"%s\",\"nonce\":\"n\",\"showId\":\"show-other\"}".formatted(code));
		assertThat(elsewhere.code()).isEqualTo("TICKET_WRONG_SHOW");
		this.clock.advance(Duration.ofHours(5));
		assertThat(refusal(code)).isEqualTo("409 TICKET_TOO_LATE");
		assertThat(ticket("u-3", good).path("admitted").asBoolean()).isFalse();
	}

	@Test
	void doorIsForStaff() {
		String body = "{\"code\":\"2222-2222\",\"nonce\":\"n\"}";
		assertThat(post(CHECK_IN, this.tokens.user("u-1"), body).status()).isEqualTo(403);
		assertThat(post(CHECK_IN, this.tokens.service(), body).status()).isEqualTo(403);
		assertThat(post(CHECK_IN, null, body).status()).isEqualTo(401);
		assertThat(post(CHECK_IN, this.tokens.admin(), body).status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"code\":\"2222-2222\"}", "{\"nonce\":\"n\"}", "{\"code\":\" \",\"nonce\":\"n\"}",
			"{\"code\":[],\"nonce\":\"n\"}" })
	void refusesABodyThatIsNoScan(String body) {
		assertThat(post(CHECK_IN, this.tokens.staff(), body).status()).isEqualTo(400);
	}

	private Answer confirmed(String user, String... seats) {
		Answer booking = book(user, seats);
		assertThat(confirm(user, booking, "tok_visa").status()).isEqualTo(200);
		return booking;
	}

	/** The show starts in five hours. */
	private void doorsOpen() {
		this.clock.advance(Duration.ofHours(3));
	}

	private Answer checkIn(String code, String nonce) {
		return post(CHECK_IN, this.tokens.staff(), "{\"code\":\"%s\",\"nonce\":\"%s\"}".formatted(code, nonce));
	}

	private String refusal(String code) {
		Answer answer = checkIn(code, UUID.randomUUID().toString());
		return answer.status() + " " + answer.code();
	}

	private JsonNode ticket(Answer booking) {
		return ticket("u-1", booking);
	}

	private JsonNode ticket(String user, Answer booking) {
		return get(path(booking), this.tokens.user(user)).body().path("data");
	}

	private static String path(Answer booking) {
		return "/bookings/" + booking.data("id") + "/ticket";
	}

	private void assertThatTheWorldLearnsOfOneAdmission(Answer booking) {
		await().untilAsserted(() -> assertThat(this.events.of(booking.data("id"))).extracting(CloudEvent::getType)
			.containsExactly("marquee.booking.held", "marquee.booking.confirmed", "marquee.ticket.admitted"));
		SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
		assertThat(schemas
			.getSchema(getClass().getResourceAsStream("/contracts/marquee.ticket.admitted/schema.json"),
					InputFormat.JSON)
			.validate(PublishedEvents.data(this.events.of(booking.data("id")).getLast()), InputFormat.JSON)).isEmpty();
	}

}
