package io.marquee.notification;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.marquee.notification.booking.BookingEventFixture;
import io.marquee.platform.events.TraceContexts;
import io.marquee.test.ServiceIT;
import io.marquee.test.TestTokens;
import jakarta.mail.internet.MimeMessage;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Events in, inbox entries and mails out, with a real broker, store and mail server.
 */
@ServiceIT
@TestPropertySource(properties = { "marquee.mail.first-retry=100ms", "marquee.mail.longest-retry=300ms",
		"marquee.events.first-retry=10ms", "marquee.events.attempts=2" })
class NotificationServiceIT {

	private static final AuthServiceStub AUTH_SERVICE = new AuthServiceStub();

	private static final BookingServiceStub BOOKING_SERVICE = new BookingServiceStub();

	private static final MailServer MAIL_SERVER = new MailServer();

	private static final Duration SOON = Duration.ofSeconds(30);

	@Autowired
	private RestTestClient client;

	@Autowired
	private TestTokens tokens;

	@Autowired
	private MongoTemplate mongo;

	@Autowired
	private KafkaTemplate<String, CloudEvent> kafka;

	@Autowired
	private TraceContexts traces;

	@Autowired
	private DeadLetters deadLetters;

	private final String userId = "user-" + UUID.randomUUID();

	private final String eventId = UUID.randomUUID().toString();

	@DynamicPropertySource
	static void addresses(DynamicPropertyRegistry registry) {
		registry.add("spring.cloud.discovery.client.simple.instances.auth-service[0].uri", AUTH_SERVICE::address);
		registry.add("spring.cloud.discovery.client.simple.instances.booking-service[0].uri", BOOKING_SERVICE::address);
		registry.add("spring.mail.host", () -> "127.0.0.1");
		registry.add("spring.mail.port", MAIL_SERVER::port);
	}

	@BeforeEach
	void allIsUp() {
		AUTH_SERVICE.up(true);
		BOOKING_SERVICE.answers(200);
	}

	@Test
	void mailsTheTicketsOfAConfirmedBooking() throws Exception {
		publish("marquee.booking.confirmed", this.eventId);
		MimeMessage mail = theOneMail();
		await().atMost(SOON).until(() -> mail().getString("status").equals("SENT"));
		assertThat(mail.getSubject()).isEqualTo("Your tickets: Lagaan, MQ7K2P");
		assertThat(mail.getMessageID()).isEqualTo("<" + this.eventId + "@marquee.example>");
		assertThat(mail.getContentType()).startsWith("multipart/");
		assertThat(MailServer.raw(mail)).contains("text/plain", "text/html", "MQ7K2P", "Regal Colaba", "A1, A2",
				"22 November 2026", "cid:ticket");
		assertThat(MailServer.enclosures(mail)).containsExactly("<ticket> image/png a picture",
				"marquee-MQ7K2P.pdf application/pdf a page", "marquee-MQ7K2P.ics text/calendar a calendar");
	}

	@Test
	void keepsMailWhileNobodyCanGiveItsTicket() throws Exception {
		BOOKING_SERVICE.answers(503);
		int before = BOOKING_SERVICE.questions();
		publish("marquee.booking.confirmed", this.eventId);
		await().atMost(SOON).until(() -> BOOKING_SERVICE.questions() > before);
		assertThat(MAIL_SERVER.receivedFor(this.userId)).isEmpty();
		BOOKING_SERVICE.answers(200);
		assertThat(MailServer.enclosures(theOneMail())).hasSize(3);
	}

	@Test
	void tellsOfABookingThatWasCancelledMeanwhileWithoutATicket() throws Exception {
		BOOKING_SERVICE.answers(409);
		publish("marquee.booking.confirmed", this.eventId);
		MimeMessage mail = theOneMail();
		assertThat(MailServer.enclosures(mail)).isEmpty();
		assertThat(MailServer.raw(mail)).contains("MQ7K2P").doesNotContain("cid:", "attached");
	}

	@Test
	void mailsOnceHoweverOftenTheEventComes() {
		publish("marquee.booking.confirmed", this.eventId);
		publish("marquee.booking.confirmed", this.eventId);
		theOneMail();
		publish("marquee.booking.confirmed", this.eventId);
		// On the same key and so behind the third: when it is mailed, the third is done
		// with.
		publish("marquee.booking.confirmed", UUID.randomUUID().toString());
		await().atMost(SOON).until(() -> MAIL_SERVER.receivedFor(this.userId).size() == 2);
		assertThat(inbox().size()).isEqualTo(2);
	}

	@Test
	void keepsMailWhileTheMailServerIsDownAndSendsItOnce() {
		MAIL_SERVER.stop();
		try {
			publish("marquee.booking.confirmed", this.eventId);
			await().atMost(SOON).until(() -> mail() != null && mail().getInteger("attempts") >= 2);
			assertThat(inbox()).hasSize(1);
			assertThat(mail().getString("status")).isEqualTo("WAITING");
		}
		finally {
			MAIL_SERVER.start();
		}
		theOneMail();
	}

	@Test
	void keepsMailWhileNobodyCanSayWhoTheCustomerIs() {
		AUTH_SERVICE.up(false);
		int before = AUTH_SERVICE.questions();
		publish("marquee.booking.confirmed", this.eventId);
		await().atMost(SOON).until(() -> AUTH_SERVICE.questions() > before);
		assertThat(inbox()).hasSize(1);
		assertThat(MAIL_SERVER.receivedFor(this.userId)).isEmpty();
		AUTH_SERVICE.up(true);
		theOneMail();
	}

	@Test
	void sendsAgainWhatACrashLeftUnderAnEndedLeaseAndLeavesARunningLeaseAlone() {
		String running = UUID.randomUUID().toString();
		insertLeased(running, Instant.now().plusSeconds(3600));
		insertLeased(this.eventId, Instant.now().minusSeconds(1));
		theOneMail();
		assertThat(this.mongo.findById(running, Document.class, "mails").getString("status")).isEqualTo("WAITING");
	}

	@Test
	void movesAPoisonMessageAsideAndHandlesTheNext() {
		CloudEvent poison = event("marquee.booking.confirmed", this.eventId, "{\"bookingId\":\"only\"}");
		this.kafka.send("marquee.bookings.v1", this.userId, poison);
		publish("marquee.booking.confirmed", UUID.randomUUID().toString());
		theOneMail();
		await().atMost(SOON).until(() -> this.deadLetters.ids.contains(this.eventId));
	}

	@Test
	void continuesTheTraceOfTheEvent() {
		String traceId = UUID.randomUUID().toString().replace("-", "");
		this.traces.continuing(Map.of("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01"), "booking",
				() -> publish("marquee.booking.confirmed", this.eventId));
		theOneMail();
		assertThat(mail().get("trace", Document.class).toJson()).contains(traceId);
	}

	@Test
	void welcomesANewCustomer() throws Exception {
		CloudEvent registered = event("marquee.user.registered", this.eventId,
				"{\"userId\":\"%s\",\"more\":1}".formatted(this.userId));
		this.kafka.send("marquee.identity.v1", this.userId, registered);
		MimeMessage mail = theOneMail();
		assertThat(mail.getSubject()).isEqualTo("Welcome to Marquee");
		assertThat(MailServer.raw(mail)).contains("Asha &lt;b&gt;Rao");
	}

	@Test
	void putsOtherNewsOfABookingIntoTheInboxOnly() {
		publish("marquee.booking.held", UUID.randomUUID().toString());
		this.kafka.send("marquee.bookings.v1", this.userId,
				event("marquee.ticket.admitted", UUID.randomUUID().toString(), "{}"));
		publish("marquee.booking.expired", this.eventId);
		await().atMost(SOON).until(() -> inbox().size() == 1);
		assertThat(mail()).isNull();
	}

	@Test
	void showsACustomerTheirInboxAndNobodyElses() {
		publish("marquee.booking.confirmed", this.eventId);
		publish("marquee.booking.cancelled", UUID.randomUUID().toString());
		await().atMost(SOON).until(() -> inbox().size() == 2);
		call(HttpMethod.GET, "?limit=1", this.userId).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.data.items.length()")
			.isEqualTo(1)
			.jsonPath("$.data.totalItems")
			.isEqualTo(2)
			.jsonPath("$.data.unreadCount")
			.isEqualTo(2);

		call(HttpMethod.PATCH, "/" + this.eventId + "/read", "user-other").expectStatus().isNotFound();
		call(HttpMethod.PATCH, "/none/read", this.userId).expectStatus().isNotFound();
		call(HttpMethod.PATCH, "/" + this.eventId + "/read", this.userId).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.data.read")
			.isEqualTo(true)
			.jsonPath("$.data.kind")
			.isEqualTo("BOOKING_CONFIRMED");
		call(HttpMethod.GET, "", this.userId).expectBody().jsonPath("$.data.unreadCount").isEqualTo(1);

		call(HttpMethod.POST, "/read-all", this.userId).expectBody().jsonPath("$.data.read").isEqualTo(1);
		call(HttpMethod.GET, "", this.userId).expectBody().jsonPath("$.data.unreadCount").isEqualTo(0);
		call(HttpMethod.GET, "", "user-other").expectBody().jsonPath("$.data.totalItems").isEqualTo(0);
		this.client.get().uri("/api/v1/user/notifications").exchange().expectStatus().isUnauthorized();
	}

	@Test
	void removesAllThatIsHeldAboutACustomerWhoLeftAndWritesNothingNew() {
		publish("marquee.booking.confirmed", this.eventId);
		theOneMail();
		this.client.get()
			.uri("/internal/users/" + this.userId + "/data?after=")
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + this.tokens.service())
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.items.length()")
			.isEqualTo(1)
			.jsonPath("$.items[0].kind")
			.isEqualTo("BOOKING_CONFIRMED")
			.jsonPath("$.items[0].mail")
			.isEqualTo("SENT");
		this.client.get()
			.uri("/internal/users/" + this.userId + "/data?after=")
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + this.tokens.user(this.userId))
			.exchange()
			.expectStatus()
			.isForbidden();
		CloudEvent deleted = event("marquee.user.deleted", UUID.randomUUID().toString(),
				"{\"userId\":\"%s\"}".formatted(this.userId));
		this.kafka.send("marquee.identity.v1", this.userId, deleted).join();
		this.kafka.send("marquee.identity.v1", this.userId, deleted).join();

		await().atMost(SOON).until(() -> inbox().isEmpty() && mail() == null);
		publish("marquee.booking.cancelled", UUID.randomUUID().toString());
		String nobody = "closed-" + UUID.randomUUID();
		this.kafka.send("marquee.bookings.v1", this.userId, event("marquee.booking.cancelled",
				UUID.randomUUID().toString(), BookingEventFixture.json("booking-of-nobody", nobody)));
		// On the same key and so behind those two.
		String other = "user-" + UUID.randomUUID();
		this.kafka.send("marquee.bookings.v1", this.userId, event("marquee.booking.expired",
				UUID.randomUUID().toString(), BookingEventFixture.json("booking-of-other", other)));
		await().atMost(SOON).until(() -> held("inbox", other) == 1);
		assertThat(List.of(held("inbox", this.userId), held("mails", this.userId), held("inbox", nobody),
				held("mails", nobody)))
			.containsOnly(0L);
		assertThat(MAIL_SERVER.receivedFor(this.userId)).hasSize(1);
	}

	private long held(String collection, String user) {
		return this.mongo.count(Query.query(Criteria.where("userId").is(user)), collection);
	}

	private MimeMessage theOneMail() {
		await().atMost(SOON).until(() -> !MAIL_SERVER.receivedFor(this.userId).isEmpty());
		List<Document> waiting = this.mongo.find(
				Query.query(Criteria.where("userId").is(this.userId).and("status").is("WAITING").and("lease").is(null)),
				Document.class, "mails");
		assertThat(waiting).isEmpty();
		assertThat(MAIL_SERVER.receivedFor(this.userId)).hasSize(1);
		return MAIL_SERVER.receivedFor(this.userId).getFirst();
	}

	private Document mail() {
		return this.mongo.findById(this.eventId, Document.class, "mails");
	}

	private List<Document> inbox() {
		return this.mongo.find(Query.query(Criteria.where("userId").is(this.userId)), Document.class, "inbox");
	}

	private void insertLeased(String id, Instant leaseEnds) {
		this.mongo.insert(new Document("_id", id).append("userId", this.userId)
			.append("content",
					new Document("subject", "Left").append("heading", "Left")
						.append("paragraphs", List.of())
						.append("facts", List.of())
						.append("closing", "Bye."))
			.append("status", "WAITING")
			.append("attempts", 1)
			.append("nextAttemptAt", Date.from(leaseEnds))
			.append("lease", "a-replica-that-is-gone")
			.append("trace", new Document())
			.append("createdAt", new Date())
			.append("updatedAt", new Date()), "mails");
	}

	private void publish(String type, String id) {
		this.kafka.send("marquee.bookings.v1", this.userId,
				event(type, id, BookingEventFixture.json("booking-of-" + this.userId, this.userId)));
	}

	private CloudEvent event(String type, String id, String data) {
		return CloudEventBuilder.v1()
			.withId(id)
			.withType(type)
			.withSource(URI.create("/test"))
			.withSubject(this.userId)
			.withTime(OffsetDateTime.now())
			.withDataContentType("application/json")
			.withData(data.getBytes(StandardCharsets.UTF_8))
			.build();
	}

	private RestTestClient.ResponseSpec call(HttpMethod method, String path, String user) {
		return this.client.method(method)
			.uri("/api/v1/user/notifications" + path)
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + this.tokens.user(user))
			.exchange();
	}

	@TestConfiguration
	static class Listening {

		@Bean
		DeadLetters heardDeadLetters() {
			return new DeadLetters();
		}

	}

	static class DeadLetters {

		final List<String> ids = new java.util.concurrent.CopyOnWriteArrayList<>();

		@KafkaListener(topics = "marquee.bookings.v1.notification-service.dlt", groupId = "dead-letters")
		void on(CloudEvent event) {
			this.ids.add(event.getId());
		}

	}

}
