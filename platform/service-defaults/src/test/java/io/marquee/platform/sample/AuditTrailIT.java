package io.marquee.platform.sample;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.cloudevents.CloudEvent;
import io.marquee.test.ServiceIT;
import io.marquee.test.TestTokens;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What administrators do is on record before it is done, and what became of it after.
 */
@ServiceIT
@Import(AuditTrailIT.Trail.class)
@TestPropertySource(properties = { "marquee.events.settle=200ms", "marquee.events.sweep-interval=200ms",
		"marquee.audit-trail.sweep-interval=200ms", "marquee.audit-trail.kept=1h",
		"marquee.security.public-paths=POST /api/v1/admin/login" })
class AuditTrailIT {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	@Autowired
	private RestTestClient client;

	@Autowired
	private TestTokens tokens;

	@Autowired
	private MongoTemplate mongo;

	@Autowired
	private Trail trail;

	@Test
	void writesAnActionDownBeforeItIsDoneAndItsOutcomeAfter() {
		String id = id();
		call(HttpMethod.POST, "/api/v1/admin/things/" + id + "/paint", this.tokens.admin(), "{\"colour\":\"crimson\"}")
			.expectStatus()
			.isOk();

		assertThat(AuditedThings.underWay).filteredOn((entry) -> targetOf(entry).equals(id))
			.singleElement()
			.satisfies((entry) -> {
				assertThat(entry).containsKey("underWaySince").doesNotContainKey("endedAt");
				assertThat(entry.getList("outbox", Document.class)).isEmpty();
			});
		JsonNode event = awaitEvent(id);
		assertThat(event.at("/action").asString()).isEqualTo("POST /api/v1/admin/things/{id}/paint");
		assertThat(event.at("/service").asString()).isEqualTo("sample");
		assertThat(event.at("/actor").toString())
			.isEqualTo("{\"id\":\"admin-1\",\"client\":\"marquee-app\",\"roles\":[\"admin\",\"user\"]}");
		assertThat(event.at("/from/address").asString()).isEqualTo("127.0.0.1");
		assertThat(event.at("/traceId").asString()).isEqualTo(TRACE);
		assertThat(event.at("/outcome").toString())
			.isEqualTo("{\"result\":\"SUCCEEDED\",\"status\":200,\"code\":null}");
		assertThat(event.toString()).doesNotContain("crimson", "marquee.example", "Test admin");
		await().atMost(SOON).untilAsserted(() -> assertThat(stored(event).getList("outbox", Document.class)).isEmpty());
		assertThat(stored(event)).doesNotContainKey("underWaySince").containsKey("endedAt");
	}

	@Test
	void writesDownWhatTheRoleDoesNotAllow() {
		String id = id();
		call(HttpMethod.POST, "/api/v1/admin/things/" + id + "/paint", this.tokens.user("u-9"), "{}").expectStatus()
			.isForbidden();
		JsonNode event = awaitEvent(id);
		assertThat(event.at("/actor/id").asString()).isEqualTo("u-9");
		assertThat(event.at("/outcome").toString())
			.isEqualTo("{\"result\":\"REFUSED\",\"status\":403,\"code\":\"FORBIDDEN\"}");
		assertThat(AuditedThings.done).doesNotContain(id);
	}

	@Test
	void writesDownWhatAMethodDoesNotAllow() {
		String id = id();
		call(HttpMethod.DELETE, "/api/v1/admin/things/" + id, this.tokens.admin(), null).expectStatus().isForbidden();
		assertThat(awaitEvent(id).at("/outcome/result").asString()).isEqualTo("REFUSED");
	}

	@Test
	void writesDownWhatFailed() {
		String id = id();
		call(HttpMethod.POST, "/api/v1/admin/things/" + id + "/break", this.tokens.admin(), null).expectStatus()
			.isEqualTo(500);
		assertThat(awaitEvent(id).at("/outcome").toString())
			.isEqualTo("{\"result\":\"FAILED\",\"status\":500,\"code\":\"INTERNAL_ERROR\"}");
	}

	@Test
	void waitsForTheOutcomeOfAnAnswerThatIsGivenLater() {
		String id = id();
		call(HttpMethod.PUT, "/api/v1/admin/things/" + id, this.tokens.admin(), null).expectStatus().isEqualTo(409);
		assertThat(awaitEvent(id).at("/outcome").toString())
			.isEqualTo("{\"result\":\"FAILED\",\"status\":409,\"code\":\"THING_TAKEN\"}");
		assertThat(AuditedThings.underWay).filteredOn((entry) -> targetOf(entry).equals(id))
			.singleElement()
			.satisfies((entry) -> assertThat(entry).doesNotContainKey("endedAt"));
	}

	@Test
	void namesWhatOnlyTheBodySays() {
		String id = id();
		call(HttpMethod.POST, "/api/v1/admin/things/bulk-paint", this.tokens.admin(), "[\"" + id + "\",\"other\"]")
			.expectStatus()
			.isOk();
		JsonNode event = awaitEvent(id);
		assertThat(event.at("/affected").toString()).isEqualTo("[\"" + id + "\",\"other\"]");
		assertThat(event.at("/target").isEmpty()).isTrue();
	}

	@Test
	void namesWhatWasMade() {
		call(HttpMethod.POST, "/api/v1/admin/things", this.tokens.admin(), null).expectStatus().isCreated();
		JsonNode event = awaitEvent("t-made");
		assertThat(event.at("/action").asString()).isEqualTo("POST /api/v1/admin/things");
		assertThat(event.at("/affected").toString()).isEqualTo("[\"t-made\"]");
	}

	@Test
	void writesDownNoAddressThatItDoesNotKnow() {
		String admin = id();
		String path = "/api/v1/admin/nothing/someone@marquee.example";
		call(HttpMethod.POST, path, this.tokens.withRoles(admin, "admin"), null).expectStatus().isNotFound();
		JsonNode event = awaitEvent(admin);
		assertThat(event.at("/action").asString()).isEqualTo("POST (no such address)");
		assertThat(event.toString()).doesNotContain("someone");
	}

	@Test
	void writesDownWhoLooksAtPersonalDataAndNoOtherReader() {
		String admin = id();
		String token = this.tokens.withRoles(admin, "admin");
		call(HttpMethod.GET, "/api/v1/admin/things", token, null).expectStatus().isOk();
		call(HttpMethod.POST, "/api/v1/admin/login", token, null).expectStatus().isOk();
		call(HttpMethod.POST, "/api/v1/things", token, "{\"name\":\"" + id() + "\",\"count\":1}").expectStatus()
			.isCreated();
		this.client.post().uri("/api/v1/admin/things/x/paint").exchange().expectStatus().isUnauthorized();
		call(HttpMethod.GET, "/api/v1/admin/users/u-1", token, null).expectStatus().isOk();
		assertThat(this.mongo.findAll(Document.class, "auditTrail"))
			.filteredOn((entry) -> entry.get("actor", Document.class).get("_id").equals(admin))
			.extracting((entry) -> entry.get("action"))
			.containsExactly("GET /api/v1/admin/users/{id}");
		assertThat(this.mongo.findAll(Document.class, "auditTrail")).noneMatch((entry) -> targetOf(entry).equals("x"));
	}

	@Test
	void tellsOfAnActionWhoseProcessWasKilledThatNobodyKnowsItsOutcome() {
		Document killed = entry(Instant.now().minus(Duration.ofMinutes(6)));
		Document underWay = entry(Instant.now().minus(Duration.ofMinutes(4)));
		Document endedMeanwhile = entry(Instant.now().minus(Duration.ofMinutes(6))).append("endedAt", new Date());
		this.mongo.insert(endedMeanwhile, "auditTrail");
		this.mongo.insert(killed, "auditTrail");
		this.mongo.insert(underWay, "auditTrail");
		JsonNode event = awaitEvent(targetOf(killed));
		assertThat(event.at("/outcome").toString()).isEqualTo("{\"result\":\"UNKNOWN\",\"status\":null,\"code\":null}");
		assertThat(event.at("/id").asString()).isEqualTo(killed.get("_id"));
		assertThat(this.mongo.findById(underWay.get("_id"), Document.class, "auditTrail")).containsKey("underWaySince");
		assertThat(this.trail.of(targetOf(killed))).hasSize(1);
		assertThat(this.trail.of(targetOf(underWay))).isEmpty();
		assertThat(this.trail.of(targetOf(endedMeanwhile))).isEmpty();
	}

	@Test
	void forgetsWhatHasArrivedLongAgoAndNothingElse() {
		Document arrived = ended(Duration.ofMinutes(61), List.of());
		Document recent = ended(Duration.ofMinutes(59), List.of());
		Document waiting = ended(Duration.ofMinutes(61),
				List.of(new Document("_id", "e-1").append("occurredAt", Date.from(Instant.now().plusSeconds(600)))));
		List.of(arrived, recent, waiting).forEach((entry) -> this.mongo.insert(entry, "auditTrail"));
		await().atMost(SOON).until(() -> this.mongo.findById(arrived.get("_id"), Document.class, "auditTrail") == null);
		assertThat(this.mongo.findById(recent.get("_id"), Document.class, "auditTrail")).isNotNull();
		assertThat(this.mongo.findById(waiting.get("_id"), Document.class, "auditTrail")).isNotNull();
	}

	private static String id() {
		return "t-" + UUID.randomUUID();
	}

	private static String targetOf(Document entry) {
		return entry.get("target", Document.class).get("id", "");
	}

	private Document stored(JsonNode event) {
		return Objects.requireNonNull(this.mongo.findById(event.at("/id").asString(), Document.class, "auditTrail"));
	}

	private static Document entry(Instant at) {
		return new Document("_id", UUID.randomUUID().toString().replaceAll("-4", "-7")).append("service", "sample")
			.append("actor", new Document("_id", "admin-1").append("client", "marquee-app").append("roles", List.of()))
			.append("action", "POST /api/v1/admin/things/{id}/paint")
			.append("target", new Document("id", id()))
			.append("at", Date.from(at))
			.append("address", "192.0.2.1")
			.append("underWaySince", Date.from(at))
			.append("outbox", List.of());
	}

	private static Document ended(Duration ago, List<Document> outbox) {
		Document entry = entry(Instant.now().minus(ago));
		entry.remove("underWaySince");
		return entry.append("endedAt", Date.from(Instant.now().minus(ago))).append("outbox", outbox);
	}

	private JsonNode awaitEvent(String what) {
		await().atMost(SOON).until(() -> !this.trail.of(what).isEmpty());
		return this.trail.of(what).getFirst();
	}

	private RestTestClient.ResponseSpec call(HttpMethod method, String uri, String token, String body) {
		RestTestClient.RequestBodySpec request = this.client.method(method)
			.uri(uri)
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
			.header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
		return ((body != null) ? request.contentType(MediaType.APPLICATION_JSON).body(body) : request).exchange();
	}

	/** Hears what is recorded, and holds it against the contract. */
	@TestConfiguration
	static class Trail {

		private final Queue<JsonNode> events = new ConcurrentLinkedQueue<>();

		private final Queue<Object> flaws = new ConcurrentLinkedQueue<>();

		@KafkaListener(topics = "marquee.audit.v1", groupId = "trail-${random.uuid}")
		void on(CloudEvent event) throws Exception {
			String data = new String(Objects.requireNonNull(event.getData()).toBytes(), StandardCharsets.UTF_8);
			this.flaws.addAll(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
				.getSchema(new ClassPathResource("contracts/" + event.getType() + "/schema.json")
					.getContentAsString(StandardCharsets.UTF_8), InputFormat.JSON)
				.validate(data, InputFormat.JSON));
			this.events.add(JsonMapper.shared().readTree(data));
		}

		List<JsonNode> of(String what) {
			assertThat(this.flaws).isEmpty();
			return this.events.stream().filter((event) -> event.toString().contains(what)).toList();
		}

	}

}
