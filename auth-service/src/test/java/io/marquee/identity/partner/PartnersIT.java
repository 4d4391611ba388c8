package io.marquee.identity.partner;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.marquee.identity.Api;
import io.marquee.identity.IdentityIT;
import io.marquee.identity.KeycloakServer;
import io.marquee.identity.Parallel;
import io.marquee.identity.Revocations;
import io.marquee.identity.keycloak.KeycloakClients;
import io.marquee.identity.keycloak.NewClient;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The life of a partner, with tokens from the real Keycloak.
 */
@IdentityIT
@ExtendWith(OutputCaptureExtension.class)
class PartnersIT {

	private static final String PARTNERS = "/api/v1/admin/partners";

	@Autowired
	private Api api;

	@Autowired
	private MongoTemplate mongo;

	@Autowired
	private Partners partners;

	@Autowired
	private KeycloakClients clients;

	private final String name = "Tickets to go " + UUID.randomUUID();

	private String admin = "";

	@BeforeEach
	void admin() {
		this.admin = this.api.login("admin@marquee.example", KeycloakServer.SECRETS.get("MARQUEE_DEMO_PASSWORD"))
			.expect(200)
			.text("accessToken");
	}

	@Test
	void getsTokensWithItsScopesAndItsLimitAndNothingElse(CapturedOutput output) {
		Api.Answer made = create(Map.of("name", this.name, "scopes", List.of("catalog:read", "bookings:write")))
			.expect(201);

		assertThat(made.headers().getCacheControl()).contains("no-store");
		assertThat(made.text("clientSecret")).hasSize(43);
		assertThat(made.data().path("scopes").toString()).isEqualTo("[\"bookings:write\",\"catalog:read\"]");
		assertThat(made.data().path("requestsPerMinute").asInt()).isEqualTo(120);
		JsonNode claims = claims(token(made, made.text("clientSecret"), "catalog:read bookings:write").expect(200));
		assertThat(claims.path("azp").asString()).isEqualTo(made.text("clientId"));
		assertThat(claims.path("aud").asString()).isEqualTo("marquee-api");
		assertThat(claims.path("scope").asString().split(" ")).containsExactlyInAnyOrder("catalog:read",
				"bookings:write");
		assertThat(claims.path("rate_limit").isInt()).isTrue();
		assertThat(claims.path("rate_limit").asInt()).isEqualTo(120);
		assertThat(claims.has("realm_access")).isFalse();
		assertThat(claims.has("resource_access")).isFalse();
		assertThat(claims.has("email")).isFalse();
		assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
		token(made, made.text("clientSecret"), "bookings:read").expect(400);
		token(made, "guess", "catalog:read").expect(401);

		JsonNode shown = this.api.get(PARTNERS + "/" + made.text("id"), this.admin).expect(200).data();
		assertThat(shown.has("clientSecret")).isFalse();
		assertThat(shown.path("name").asString()).isEqualTo(this.name);
		String kept = this.mongo.getCollection("partners").find(new Document("_id", made.text("id"))).first().toJson();
		assertThat(kept).doesNotContain(made.text("clientSecret"));
		assertThat(output.getAll()).doesNotContain(made.text("clientSecret"));
	}

	@Test
	void itsTokenOpensNoDoorOfAPerson() {
		Api.Answer made = create().expect(201);
		String token = token(made, made.text("clientSecret"), "catalog:read").body().path("access_token").asString();

		this.api.get("/api/v1/auth/me", token).expect(403, "FORBIDDEN");
		this.api.get(PARTNERS, token).expect(403);
		this.api.get("/api/v1/admin/users", token).expect(403);
		this.api.get("/internal/totals", token).expect(403);
	}

	@Test
	void givesAnotherSecretAndTheOneBeforeIsDead() {
		Api.Answer made = create().expect(201);

		Api.Answer rotated = this.api.post(PARTNERS + "/" + made.text("id") + "/rotate-secret", this.admin).expect(200);

		assertThat(rotated.headers().getCacheControl()).contains("no-store");
		assertThat(rotated.text("clientSecret")).isNotEqualTo(made.text("clientSecret"));
		token(made, made.text("clientSecret"), "catalog:read").expect(401);
		token(made, rotated.text("clientSecret"), "catalog:read").expect(200);
		JsonNode news = Revocations.await("client:" + made.text("clientId"), (last) -> true).getLast();
		assertThat(news.path("blocked").asBoolean()).isFalse();
		assertThat(news.path("issuedBefore").asString()).isNotEmpty();
	}

	@Test
	void changesWhatItMayDo() {
		Api.Answer made = create().expect(201);

		JsonNode changed = this.api
			.patch(PARTNERS + "/" + made.text("id"), this.admin,
					Map.of("scopes", List.of("bookings:read"), "requestsPerMinute", 7))
			.expect(200)
			.data();

		assertThat(changed.path("name").asString()).isEqualTo(this.name);
		token(made, made.text("clientSecret"), "catalog:read").expect(400);
		JsonNode claims = claims(token(made, made.text("clientSecret"), "bookings:read").expect(200));
		assertThat(claims.path("scope").asString()).isEqualTo("bookings:read");
		assertThat(claims.path("rate_limit").asInt()).isEqualTo(7);
		assertThat(claims.has("realm_access")).isFalse();
		Revocations.await("client:" + made.text("clientId"), (last) -> !last.path("issuedBefore").isNull());
		assertThat(this.api.get(PARTNERS + "/" + made.text("id"), this.admin).data()).isEqualTo(changed);
	}

	@Test
	void isNoMoreOnceRevoked() {
		Api.Answer made = create().expect(201);

		this.api.delete(PARTNERS + "/" + made.text("id"), this.admin).expect(200);

		token(made, made.text("clientSecret"), "catalog:read").expect(401);
		Revocations.await("client:" + made.text("clientId"), (last) -> last.path("blocked").asBoolean());
		this.api.get(PARTNERS + "/" + made.text("id"), this.admin).expect(404, "PARTNER_NOT_FOUND");
		this.api.delete(PARTNERS + "/" + made.text("id"), this.admin).expect(404, "PARTNER_NOT_FOUND");
		this.api.post(PARTNERS + "/" + made.text("id") + "/rotate-secret", this.admin).expect(404, "PARTNER_NOT_FOUND");
		create().expect(201);
	}

	@Test
	void hasANameOfItsOwn() {
		List<Integer> statuses = Parallel.times(4, () -> create().status());

		assertThat(statuses).containsOnlyOnce(201).allMatch((status) -> status == 201 || status == 409);
		create(Map.of("name", this.name.toUpperCase(java.util.Locale.ROOT), "scopes", List.of("catalog:read")))
			.expect(409, "PARTNER_NAME_TAKEN");
		JsonNode page = this.api.get(PARTNERS + "?sort=-createdAt&limit=1", this.admin).expect(200).data();
		assertThat(page.path("items").path(0).path("name").asString()).isEqualTo(this.name);
		assertThat(page.path("items").path(0).has("clientSecret")).isFalse();
		this.api.get(PARTNERS + "?nmae=x", this.admin).expect(400, "UNKNOWN_PARAMETER");
	}

	@Test
	void leavesNothingOfAPartnerThatWasNeverFinished() {
		PartnerDetails details = new PartnerDetails(this.name, List.of("catalog:read"), 10);
		Partner dead = this.partners.begin(details);
		PartnerSecret secret = PartnerSecret.random();
		this.clients.create(new NewClient(dead.id(), dead.clientId(), this.name, details.scopes(), 10, secret.value()));
		this.api.get(PARTNERS + "/" + dead.id(), this.admin).expect(404);
		token(dead.clientId(), secret.value(), "catalog:read").expect(200);

		due(dead);

		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> token(dead.clientId(), secret.value(), "catalog:read").expect(401));
		assertThat(this.partners.complete(dead)).isEmpty();
		create().expect(201);
	}

	@Test
	void bringsAboutInKeycloakWhatACrashLeft() {
		Api.Answer made = create().expect(201);
		Partner partner = this.partners.find(made.text("id")).orElseThrow();
		Partner changed = this.partners.change(partner, new PartnerDetails(this.name, List.of("bookings:read"), 9))
			.orElseThrow();
		token(made, made.text("clientSecret"), "bookings:read").expect(400);

		due(changed);

		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> token(made, made.text("clientSecret"), "bookings:read").expect(200));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'scopes':['catalog:read']}", "{'name':' ','scopes':['catalog:read']}",
			"{'name':'X','scopes':[]}", "{'name':'X','scopes':['admin']}", "{'name':'X','scopes':[null]}",
			"{'name':'X','scopes':['marquee-api']}", "{'name':'X','scopes':['catalog:read'],'requestsPerMinute':0}",
			"{'name':'X','scopes':['catalog:read'],'requestsPerMinute':6001}",
			"{'name':'X','scopes':['catalog:read'],'roles':['admin']}" })
	void refusesWhatIsNoPartner(String body) {
		Map<String, Object> wanted = new JsonMapper().readValue(body.replace('\'', '"'), new TypeReference<>() {
		});

		this.api.post(PARTNERS, this.admin, wanted).expect(400, "VALIDATION_FAILED");
	}

	@Test
	void isForAdminsOnly() {
		String user = this.api.register(UUID.randomUUID() + "@example.org", "Popcorn-and-2-seats")
			.expect(201)
			.text("accessToken");
		String id = create().expect(201).text("id");

		this.api.get(PARTNERS, null).expect(401);
		this.api.get(PARTNERS, user).expect(403);
		this.api.post(PARTNERS, user, Map.of("name", "X", "scopes", List.of("catalog:read"))).expect(403);
		this.api.get(PARTNERS + "/" + id, user).expect(403);
		this.api.patch(PARTNERS + "/" + id, user, Map.of("requestsPerMinute", 6000)).expect(403);
		this.api.post(PARTNERS + "/" + id + "/rotate-secret", user).expect(403);
		this.api.delete(PARTNERS + "/" + id, user).expect(403);
	}

	private Api.Answer create() {
		return create(Map.of("name", this.name, "scopes", List.of("catalog:read"), "requestsPerMinute", 60));
	}

	private Api.Answer create(Map<String, ?> body) {
		return this.api.post(PARTNERS, this.admin, body);
	}

	private void due(Partner partner) {
		this.mongo.getCollection("partners")
			.updateOne(new Document("_id", partner.id()),
					new Document("$set", new Document("dueAt", new java.util.Date(0))));
	}

	private Api.Answer token(Api.Answer made, String secret, String scope) {
		return token(made.text("clientId"), secret, scope);
	}

	private Api.Answer token(String clientId, String secret, String scope) {
		return this.api.token("marquee", "grant_type", "client_credentials", "client_id", clientId, "client_secret",
				secret, "scope", scope);
	}

	private static JsonNode claims(Api.Answer answer) {
		String token = answer.body().path("access_token").asString();
		return new JsonMapper()
			.readTree(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
	}

}
