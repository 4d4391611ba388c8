package io.marquee.platform.sample;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.marquee.test.ServiceIT;
import io.marquee.test.TestTokens;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What every service gets, seen from outside.
 */
@ServiceIT
@TestPropertySource(properties = { "marquee.events.first-retry=10ms", "marquee.events.attempts=3",
		"marquee.events.settle=200ms", "marquee.events.sweep-interval=200ms",
		"marquee.security.public-paths=GET /api/v1/public/**,GET /api/v1/broken" })
class ServiceDefaultsIT {

	@Autowired
	private RestTestClient client;

	@Autowired
	private TestTokens tokens;

	@Autowired
	private MongoTemplate mongo;

	@Autowired
	private KafkaTemplate<String, CloudEvent> kafka;

	@Autowired
	private SampleApplication.Listener listener;

	@Test
	void wrapsAnswersInTheEnvelope() {
		this.client.get().uri("/api/v1/public/greeting").exchange().expectStatus().isOk().expectBody().json("""
				{"statusCode":200,"data":{"name":"world"},"message":"Hello","success":true}
				""");
	}

	@Test
	void leavesInternalAnswersPlain() {
		get("/internal/things", this.tokens.service()).expectStatus().isOk().expectBody().json("""
				{"name":"plain"}
				""");
	}

	@Test
	void refusesEveryTokenThatIsNotTheIssuersOwn() {
		this.tokens.refused()
			.forEach((flaw, token) -> get("/api/v1/me", token).expectStatus()
				.isUnauthorized()
				.expectBody()
				.jsonPath("$.code")
				.isEqualTo("UNAUTHENTICATED")
				.jsonPath("$.success")
				.isEqualTo(false));
		this.client.get().uri("/api/v1/me").exchange().expectStatus().isUnauthorized();
	}

	@Test
	void refusesATokenThatWasRevoked() {
		String token = this.tokens.user("u-revoked");
		get("/api/v1/me", token).expectStatus().isOk();

		this.kafka.send("marquee.revocations.v1", "user:u-revoked", CloudEventBuilder.v1()
			.withId("r-1")
			.withType("marquee.tokens.revoked")
			.withSource(URI.create("/auth-service"))
			.withData("""
					{"session":null,"user":"u-revoked","client":null,"issuedBefore":null,"blocked":true,"roles":null,
					"revokedAt":"2026-11-22T09:30:00Z"}""".getBytes(StandardCharsets.UTF_8))
			.build());

		await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
			for (String path : List.of("/api/v1/me", "/api/v1/public/greeting")) {
				get(path, token).expectStatus()
					.isUnauthorized()
					.expectBody()
					.jsonPath("$.code")
					.isEqualTo("UNAUTHENTICATED");
			}
		});
		get("/api/v1/me", this.tokens.user("u-1")).expectStatus().isOk();
		get("/internal/things", this.tokens.service()).expectStatus().isOk();
	}

	@Test
	void takesTheClientsAddressFromTheGateway() {
		this.client.get()
			.uri("/api/v1/public/address")
			.header("X-Forwarded-For", "198.51.100.4")
			.header("X-Forwarded-Proto", "https")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.data.name")
			.isEqualTo("https://198.51.100.4");
	}

	@Test
	void tellsTheControllerWhoAsks() {
		get("/api/v1/me", this.tokens.user("u-7")).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.data.id")
			.isEqualTo("u-7")
			.jsonPath("$.data.roles[0]")
			.isEqualTo("user");
	}

	@Test
	void keepsAdminAndInternalPathsForTheirRoles() {
		get("/api/v1/admin/things", this.tokens.user("u-1")).expectStatus().isForbidden();
		get("/api/v1/admin/things", this.tokens.staff()).expectStatus().isForbidden();
		get("/api/v1/admin/things", this.tokens.admin()).expectStatus().isOk();
		get("/internal/things", this.tokens.admin()).expectStatus().isForbidden();
	}

	@Test
	void namesEachInvalidField() {
		post("{\"name\":\"\",\"count\":0}").expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("VALIDATION_FAILED")
			.jsonPath("$.errors.length()")
			.isEqualTo(2);
		post("{\"name\":\"x\",\"count\":\"many\"}").expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.errors[0].field")
			.isEqualTo("count");
		post("{\"name\":").expectStatus().isBadRequest().expectBody().jsonPath("$.code").isEqualTo("MALFORMED_JSON");
		post("").expectStatus().isBadRequest();
	}

	@Test
	void refusesFieldsThatARequestMayNeverSet() {
		post("{\"name\":\"x\",\"count\":1,\"isAdmin\":true}").expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.errors[0].field")
			.isEqualTo("isAdmin");
	}

	@Test
	void pagesAndRefusesPagesThatCannotBe() {
		get("/api/v1/things?page=2&limit=2&sort=-name", this.tokens.user("u-1")).expectStatus()
			.isOk()
			.expectBody()
			.json("""
					{"data":{"items":["c"],"page":2,"limit":2,"totalItems":3,"totalPages":2}}
					""");
		for (String query : List.of("page=0", "limit=0", "limit=101", "page=x", "sort=secret", "page=-1")) {
			get("/api/v1/things?" + query, this.tokens.user("u-1")).expectStatus().isBadRequest();
		}
	}

	@Test
	void answersUnknownPathsMethodsAndTypesInTheOneFormat() {
		get("/api/v1/nowhere", this.tokens.user("u-1")).expectStatus()
			.isNotFound()
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("NOT_FOUND");
		this.client.delete()
			.uri("/api/v1/things")
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + this.tokens.user("u-1"))
			.exchange()
			.expectStatus()
			.isEqualTo(405)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("METHOD_NOT_ALLOWED");
		this.client.post()
			.uri("/api/v1/things")
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + this.tokens.user("u-1"))
			.contentType(MediaType.TEXT_PLAIN)
			.body("x")
			.exchange()
			.expectStatus()
			.isEqualTo(415);
	}

	@Test
	void answersWithAProblemWhenAskedTo() {
		this.client.get()
			.uri("/api/v1/things/7")
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + this.tokens.user("u-1"))
			.accept(MediaType.APPLICATION_PROBLEM_JSON)
			.exchange()
			.expectStatus()
			.isEqualTo(409)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("THING_TAKEN")
			.jsonPath("$.detail")
			.isEqualTo("It is taken");
	}

	@Test
	void tellsNothingOfAnUnexpectedFailureButItsTrace() {
		byte[] body = this.client.get()
			.uri("/api/v1/broken")
			.exchange()
			.expectStatus()
			.isEqualTo(500)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("INTERNAL_ERROR")
			.jsonPath("$.traceId")
			.isNotEmpty()
			.returnResult()
			.getResponseBody();
		assertThat(new String(body)).doesNotContain("secret reason");
	}

	@Test
	void publishesTheOutboxAndContinuesTheTrace() {
		String traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
		this.client.post()
			.uri("/api/v1/things")
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + this.tokens.user("u-1"))
			.header("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01")
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"name\":\"first\",\"count\":1}")
			.exchange()
			.expectStatus()
			.isCreated()
			.expectBody()
			.jsonPath("$.data.worth.amount")
			.isEqualTo("12.50");
		await().atMost(Duration.ofSeconds(20)).until(() -> this.listener.names.contains("first"));
		await().until(() -> outbox("first").isEmpty());
		assertThat(this.listener.heard).filteredOn((event) -> "first".equals(event.getSubject()))
			.singleElement()
			.satisfies((event) -> {
				assertThat(event.getType()).isEqualTo("sample.created");
				assertThat(event.getSource()).hasToString("/sample");
			});
		assertThat(this.listener.traces).containsEntry("first", traceId);
		Document stored = this.mongo.findById("first", Document.class, "things");
		assertThat(stored.get("worth", Document.class).get("amount")).isInstanceOf(Decimal128.class);
	}

	@Test
	void sweepsWhatACrashLeftInTheOutbox() {
		this.mongo.insert(new Document("_id", "left-behind").append("outbox",
				List.of(new Document("_id", "e-1").append("type", "sample.created")
					.append("key", "left-behind")
					.append("occurredAt", java.util.Date.from(java.time.Instant.now().minusSeconds(60)))
					.append("data", "{\"name\":\"left-behind\"}")
					.append("trace", new Document()))),
				"things");
		await().atMost(Duration.ofSeconds(20)).until(() -> this.listener.names.contains("left-behind"));
		await().until(() -> outbox("left-behind").isEmpty());
	}

	@Test
	void movesAPoisonMessageAsideAndGoesOn() {
		post("{\"name\":\"poison\",\"count\":1}").expectStatus().isCreated();
		post("{\"name\":\"after\",\"count\":1}").expectStatus().isCreated();
		await().atMost(Duration.ofSeconds(30)).until(() -> this.listener.names.contains("after"));
		await().atMost(Duration.ofSeconds(30))
			.until(() -> this.listener.dead.stream().anyMatch((event) -> "poison".equals(event.getSubject())));
	}

	private List<Document> outbox(String id) {
		return this.mongo.findById(id, Document.class, "things").getList("outbox", Document.class);
	}

	private RestTestClient.ResponseSpec get(String uri, String token) {
		return this.client.get().uri(uri).header(HttpHeaders.AUTHORIZATION, "Bearer " + token).exchange();
	}

	private RestTestClient.ResponseSpec post(String body) {
		return this.client.post()
			.uri("/api/v1/things")
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + this.tokens.user("u-1"))
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.exchange();
	}

}
