package io.marquee.admin.trail;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import com.jayway.jsonpath.JsonPath;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.marquee.test.ServiceIT;
import io.marquee.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What services record, found again by administrators.
 */
@ServiceIT
@TestPropertySource(properties = { "marquee.events.first-retry=10ms", "marquee.events.attempts=2" })
class TrailIT {

	private static final Duration SOON = Duration.ofSeconds(30);

	private static final Instant TIME = Instant.parse("2026-11-22T09:30:00.123Z");

	private static final String ADMIN = "9f8c1f0a-3b1d-4e55-8a0e-7c1d2e3f4a5b";

	@Autowired
	private RestTestClient client;

	@Autowired
	private TestTokens tokens;

	@Autowired
	private MongoTemplate mongo;

	@Autowired
	private Trail trail;

	@Autowired
	private KafkaTemplate<String, CloudEvent> kafka;

	@BeforeEach
	void nothingWasDoneYet() {
		this.mongo.remove(new Query(), "auditEntries");
	}

	@Test
	void showsWhatWasRecorded() throws IOException {
		publish(sample());
		await().atMost(SOON).until(() -> ids("").size() == 1);
		call(HttpMethod.GET, "", this.tokens.admin()).expectStatus()
			.isOk()
			.expectBody()
			.json("{\"data\":{\"items\":[" + sample() + "],\"totalItems\":1,\"totalPages\":1}}");
	}

	@Test
	void keepsAnEntryOnceAndAsItCameFirst() throws IOException {
		publish(sample());
		publish(sample());
		publish(sample().replace("SUCCEEDED", "FAILED"));
		String last = id(TIME.plusSeconds(1), 0);
		publish(sample().replace(idOf(sample()), last));
		await().atMost(SOON).until(() -> ids("").contains(last));
		assertThat(ids("")).containsExactly(last, idOf(sample()));
		assertThat(ids("outcome=failed")).isEmpty();
	}

	@Test
	void findsEntriesByEachFilterAndSeveral() {
		String block = entry(0, "admin-1", "auth-service", "PATCH /api/v1/admin/users/{id}/block", "u-1", "SUCCEEDED");
		String toggle = entry(1, "admin-1", "catalog-service", "PATCH /api/v1/admin/movies/{id}/toggle", "m-1",
				"FAILED");
		String refused = entry(2, "admin-2", "catalog-service", "DELETE /api/v1/admin/movies/{id}", "m-1", "REFUSED");

		assertThat(ids("")).containsExactly(refused, toggle, block);
		assertThat(ids("sort=at")).containsExactly(block, toggle, refused);
		assertThat(ids("actor=admin-1")).containsExactly(toggle, block);
		assertThat(ids("service=catalog-service")).containsExactly(refused, toggle);
		assertThat(ids("action=PATCH")).containsExactly(toggle, block);
		assertThat(ids("action=PATCH /api/v1/admin/users/{id}/block")).containsExactly(block);
		assertThat(ids("target=m-1")).containsExactly(refused, toggle);
		assertThat(ids("target=other-m-1")).containsExactly(toggle);
		assertThat(ids("outcome=refused")).containsExactly(refused);
		assertThat(ids("outcome=unknown")).isEmpty();
		assertThat(ids("from=" + TIME.plusSeconds(1))).containsExactly(refused, toggle);
		assertThat(ids("to=" + TIME.plusSeconds(1))).containsExactly(block);
		assertThat(ids("from=2026-11-22&to=2026-11-23")).hasSize(3);
		assertThat(ids("from={never}")).isEmpty();
		assertThat(ids("actor=admin-1&target=m-1&from=" + TIME + "&outcome=FAILED")).containsExactly(toggle);
	}

	@Test
	void goesOnAfterAnEntryAtAnyDepth() {
		List<String> newestFirst = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			newestFirst.addFirst(entry(i, "admin-1", "auth-service", "POST /x", "t", "SUCCEEDED"));
		}
		assertThat(ids("limit=2&page=2")).containsExactlyElementsOf(newestFirst.subList(2, 4));
		assertThat(ids("limit=2&after=" + newestFirst.get(1))).containsExactlyElementsOf(newestFirst.subList(2, 4));
		assertThat(ids("sort=at&actor=admin-1&after=" + newestFirst.get(1))).containsExactly(newestFirst.get(0));
		assertThat(ids("after=" + newestFirst.get(1) + "&from=" + TIME.plusSeconds(2)))
			.containsExactly(newestFirst.get(2));
	}

	@Test
	void endsItsPagesAtTenThousand() {
		this.mongo.insertAll(IntStream.range(0, 10_000)
			.mapToObj((i) -> new Trail.Entry(id(TIME.plusMillis(i), i), List.of(),
					recorded(id(TIME.plusMillis(i), i), TIME, "a", "s", "POST /x", "t", "SUCCEEDED")))
			.toList());
		assertThat(ids("page=100&limit=100")).hasSize(100);
		call(HttpMethod.GET, "?page=101&limit=100", this.tokens.admin()).expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("PAGE_TOO_DEEP");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?outcome=fine", "?from=yesterday", "?after=17", "?limit=101", "?sort=actor", "?actr=x",
			"?page=2&after=01a20297-4e3b-7c4e-9a51-3f0d2b6c8e70" })
	void refusesAQuestionItDoesNotUnderstand(String question) {
		call(HttpMethod.GET, question, this.tokens.admin()).expectStatus().isBadRequest();
	}

	@Test
	void isForAdministratorsToReadAndForNobodyToChange() {
		call(HttpMethod.GET, "", this.tokens.user("user-1")).expectStatus().isForbidden();
		call(HttpMethod.GET, "", this.tokens.staff()).expectStatus().isForbidden();
		this.client.get().uri("/api/v1/admin/audit").exchange().expectStatus().isUnauthorized();
		String admin = UUID.randomUUID().toString();
		for (HttpMethod method : List.of(HttpMethod.DELETE, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.POST)) {
			call(method, "", this.tokens.withRoles(admin, "admin")).expectStatus().isEqualTo(405);
		}
		call(HttpMethod.DELETE, "/" + UUID.randomUUID(), this.tokens.withRoles(admin, "admin")).expectStatus()
			.isNotFound();
		await().atMost(SOON).untilAsserted(() -> assertThat(ids("outcome=failed&actor=" + admin)).hasSize(5));
	}

	@Test
	void goesOnAfterAnEventThatCannotBeRead() throws IOException {
		publish("{\"id\":\"17\"}");
		publish(sample());
		await().atMost(SOON).untilAsserted(() -> assertThat(ids("actor=" + ADMIN)).containsExactly(idOf(sample())));
	}

	private String entry(int second, String actor, String service, String action, String target, String result) {
		Instant at = TIME.plusSeconds(second);
		String id = id(at, 0);
		this.trail.add(recorded(id, at, actor, service, action, target, result));
		return id;
	}

	private static Recorded recorded(String id, Instant at, String actor, String service, String action, String target,
			String result) {
		return new Recorded(id, service, new Recorded.Actor(actor, null, List.of("admin")), action,
				Map.of("id", target), "FAILED".equals(result) ? List.of("other-" + target) : List.of(), at,
				new Recorded.From("192.0.2.1"), null,
				new Recorded.Outcome(Recorded.Result.valueOf(result), null, null));
	}

	private static String id(Instant at, int which) {
		return new UUID((at.toEpochMilli() << 16) | 0x7000, Long.MIN_VALUE | which).toString();
	}

	private List<String> ids(String question) {
		String answer = this.client.get()
			.uri("/api/v1/admin/audit?" + question, Map.of("id", "{id}", "never", "+999999999-01-01T00:00:00Z"))
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + this.tokens.admin())
			.exchange()
			.expectStatus()
			.isOk()
			.returnResult(String.class)
			.getResponseBody();
		return JsonPath.read(answer, "$.data.items[*].id");
	}

	private RestTestClient.ResponseSpec call(HttpMethod method, String rest, String token) {
		return this.client.method(method)
			.uri("/api/v1/admin/audit" + rest)
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
			.exchange();
	}

	private static String sample() throws IOException {
		return new ClassPathResource("contracts/marquee.audit.recorded/sample.json")
			.getContentAsString(StandardCharsets.UTF_8);
	}

	private static String idOf(String sample) {
		return JsonPath.read(sample, "$.id");
	}

	/** All with one key, so that they come in this order. */
	private void publish(String data) {
		this.kafka.send("marquee.audit.v1", "one",
				CloudEventBuilder.v1()
					.withId(UUID.randomUUID().toString())
					.withType("marquee.audit.recorded")
					.withSource(URI.create("/test"))
					.withDataContentType("application/json")
					.withData(data.getBytes(StandardCharsets.UTF_8))
					.build());
	}

}
