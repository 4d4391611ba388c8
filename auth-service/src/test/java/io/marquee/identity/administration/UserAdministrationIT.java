package io.marquee.identity.administration;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.marquee.identity.Api;
import io.marquee.identity.IdentityIT;
import io.marquee.identity.KeycloakServer;
import io.marquee.identity.Revocations;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What an admin does about people, through the service's own door.
 */
@IdentityIT
class UserAdministrationIT {

	private static final String USERS = "/api/v1/admin/users";

	private static final String PASSWORD = "Popcorn-and-2-seats";

	@Autowired
	private Api api;

	@Autowired
	private MongoTemplate mongo;

	private final String mark = UUID.randomUUID().toString().substring(0, 8);

	private final String email = this.mark + "@people.example";

	private String admin = "";

	private String id = "";

	private Api.Answer session = new Api.Answer(0, new org.springframework.http.HttpHeaders(),
			tools.jackson.databind.node.NullNode.getInstance());

	@BeforeEach
	void someUser() {
		this.admin = this.api.login("admin@marquee.example", KeycloakServer.SECRETS.get("MARQUEE_DEMO_PASSWORD"))
			.expect(200)
			.text("accessToken");
		this.session = this.api.register(this.email, PASSWORD).expect(201);
		this.id = this.session.data().path("user").path("id").asString();
	}

	@Test
	void shutsABlockedUserOutAtOnceAndForAsLongAsItLasts() {
		Api.Answer blocked = block(this.id).expect(200);

		assertThat(blocked.data().path("blocked").asBoolean()).isTrue();
		assertThat(blocked.data().path("block").path("reason").asString()).isEqualTo("Sells tickets on");
		assertThat(blocked.data().path("block").path("by").asString()).isNotEmpty().isNotEqualTo(this.id);
		this.api.login(this.email, PASSWORD).expect(403, "ACCOUNT_BLOCKED");
		this.api.login(this.email, "Wrong-password-1").expect(401, "INVALID_CREDENTIALS");
		refresh().expect(401, "INVALID_REFRESH_TOKEN");
		JsonNode news = Revocations.await("user:" + this.id, (last) -> last.path("blocked").asBoolean()).getLast();
		assertThat(news.path("issuedBefore").asString()).isNotEmpty();

		assertThat(unblock().expect(200).data().path("block").isNull()).isTrue();
		this.api.login(this.email, PASSWORD).expect(200);
		refresh().expect(401, "INVALID_REFRESH_TOKEN");
		Revocations.await("user:" + this.id,
				(last) -> !last.path("blocked").asBoolean() && !last.path("issuedBefore").isNull());
	}

	@Test
	void changesNothingWhenTheSameIsSaidTwice() {
		JsonNode first = block(this.id).expect(200).data();
		JsonNode second = this.api.patch(USERS + "/" + this.id + "/block", this.admin, Map.of("reason", "Another"))
			.expect(200)
			.data();
		assertThat(second).isEqualTo(first);

		unblock().expect(200);
		unblock().expect(200);
	}

	@Test
	void completesInKeycloakWhatACrashLeft() {
		this.mongo.getCollection("accounts")
			.updateOne(new Document("_id", this.id),
					new Document("$set",
							new Document("roles", List.of("staff", "user")).append("pending",
									new Document("change", "c").append("dueAt", new java.util.Date(0))
										.append("endSessions", true)
										.append("roles", List.of("staff", "user")))));

		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(account().containsKey("pending")).isFalse());

		refresh().expect(401, "INVALID_REFRESH_TOKEN");
		assertThat(rolesAtLogIn()).isEqualTo("[\"staff\",\"user\"]");
	}

	@Test
	void keepsADecidedRoleFromBeingOverwrittenByAnOlderToken() {
		this.mongo.getCollection("accounts")
			.updateOne(new Document("_id", this.id),
					new Document("$set",
							new Document("roles", List.of("staff", "user")).append("fullName", "Old Name")
								.append("pending",
										new Document("change", "c")
											.append("dueAt", new java.util.Date(Long.MAX_VALUE / 2))
											.append("roles", List.of("staff", "user")))));

		this.api.login(this.email, PASSWORD).expect(200);

		assertThat(account().getList("roles", String.class)).containsExactly("staff", "user");
		assertThat(account().getString("fullName")).isEqualTo("Asha Maria Rao");
		this.mongo.getCollection("accounts")
			.updateOne(new Document("_id", this.id), new Document("$unset", new Document("pending", "")));
	}

	@Test
	void givesAndTakesRoles() {
		assertThat(role("admin").expect(200).data().path("roles").toString()).isEqualTo("[\"admin\",\"user\"]");
		assertThat(rolesAtLogIn()).isEqualTo("[\"admin\",\"user\"]");
		assertThat(role("staff").expect(200).data().path("roles").toString()).isEqualTo("[\"staff\",\"user\"]");
		assertThat(rolesAtLogIn()).isEqualTo("[\"staff\",\"user\"]");
		assertThat(role("user").expect(200).data().path("roles").toString()).isEqualTo("[\"user\"]");
		assertThat(rolesAtLogIn()).isEqualTo("[\"user\"]");

		List<JsonNode> news = Revocations.await("user:" + this.id,
				(last) -> "[\"user\"]".equals(last.path("roles").toString()));
		assertThat(news.stream().map((one) -> one.path("roles").toString()).distinct())
			.containsExactly("[\"admin\",\"user\"]", "[\"staff\",\"user\"]", "[\"user\"]");
		role("root").expect(400, "VALIDATION_FAILED");
	}

	@ParameterizedTest
	@ValueSource(strings = { "%s@people.example", "%s", "%S@PEOPLE", "people.example %s", "Mar %s", "rao asha %s" })
	void findsPeopleByTheBeginningsOfWords(String search) {
		JsonNode page = list("search=" + search.formatted(this.mark)).expect(200).data();

		assertThat(page.path("totalItems").asInt()).isOne();
		assertThat(page.path("items").path(0).path("id").asString()).isEqualTo(this.id);
	}

	@Test
	void findsPeopleByWhetherTheyAreBlockedByRoleAndByTime() {
		String mine = "search=" + this.mark;
		assertThat(total(mine + "&blocked=false&role=user&from=2020-01-01")).isOne();
		assertThat(total(mine + "&blocked=true")).isZero();
		assertThat(total(mine + "&role=admin")).isZero();
		assertThat(total(mine + "&to=2020-01-01T00:00:00Z")).isZero();
		assertThat(total("search=asha.* " + this.mark)).isZero();
		block(this.id).expect(200);
		assertThat(total(mine + "&blocked=true")).isOne();

		list("blocked=maybe").expect(400, "VALIDATION_FAILED");
		list("role=root").expect(400, "VALIDATION_FAILED");
		list("from=yesterday").expect(400, "VALIDATION_FAILED");
		list("serach=x").expect(400, "UNKNOWN_PARAMETER");
		list("sort=phone").expect(400, "VALIDATION_FAILED");
		list("limit=101").expect(400, "VALIDATION_FAILED");
		assertThat(list("sort=email&limit=2").expect(200).data().path("items").findValuesAsString("email")).isSorted();
	}

	@Test
	void opensAccountsForPeopleWhoAreOnlyInKeycloak() {
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(total("search=vikram staff@marquee.example&role=staff")).isOne());
	}

	@Test
	void putsAccountsRightFromBeforeTheyCouldBeFound() {
		this.mongo.getCollection("accounts")
			.updateOne(new Document("_id", this.id),
					new Document("$unset", new Document("terms", "").append("roles", "")));

		this.adopting.adopt();

		assertThat(total("search=" + this.mark + "&role=user")).isOne();
	}

	@Autowired
	private AdoptingPeople adopting;

	@Test
	void tellsOfEachOfManyWhatCameOfIt() {
		String unknown = UUID.randomUUID().toString();
		JsonNode outcome = toggle(true, this.id, unknown, "count").expect(200).data();

		assertThat(outcome.path("succeeded").asInt()).isOne();
		assertThat(outcome.path("failed").asInt()).isEqualTo(2);
		assertThat(outcome.path("results").path(0).path("userId").asString()).isEqualTo(this.id);
		assertThat(outcome.path("results").path(0).path("success").asBoolean()).isTrue();
		assertThat(outcome.path("results").path(1).path("code").asString()).isEqualTo("USER_NOT_FOUND");
		assertThat(outcome.path("results").path(2).path("code").asString()).isEqualTo("USER_NOT_FOUND");
		this.api.login(this.email, PASSWORD).expect(403, "ACCOUNT_BLOCKED");

		toggle(false, this.id).expect(200);
		this.api.login(this.email, PASSWORD).expect(200);
		toggle(true).expect(400, "VALIDATION_FAILED");
	}

	@Test
	void refusesWhatAnAdminMayNotSet() {
		this.api.patch(USERS + "/" + this.id + "/block", this.admin, Map.of("reason", "x", "roles", List.of("admin")))
			.expect(400, "VALIDATION_FAILED");
		this.api.patch(USERS + "/" + this.id + "/block", this.admin, Map.of("reason", " "))
			.expect(400, "VALIDATION_FAILED");
		this.api.patch(USERS + "/" + this.id + "/role", this.admin, Map.of("role", "user", "isAdmin", true))
			.expect(400, "VALIDATION_FAILED");
		assertThat(account().getBoolean("blocked")).isFalse();
	}

	@Test
	void closesAnAccount() {
		this.api.delete(USERS + "/" + this.id, this.admin).expect(200);

		this.api.login(this.email, PASSWORD).expect(401, "INVALID_CREDENTIALS");
		this.api.get(USERS + "/" + this.id, this.admin).expect(404, "USER_NOT_FOUND");
		this.api.delete(USERS + "/" + this.id, this.admin).expect(404, "USER_NOT_FOUND");
		block(this.id).expect(404, "USER_NOT_FOUND");
		role("admin").expect(404, "USER_NOT_FOUND");
		this.adopting.adopt();
		assertThat(total("search=" + this.mark)).isZero();
	}

	@Test
	void findsPeopleByANewName() {
		this.api
			.patch("/api/v1/user/profile", this.session.text("accessToken"),
					Map.of("fullName", "Zoe " + this.mark + "z"))
			.expect(200);

		assertThat(total("search=zoe " + this.mark + "z")).isOne();
		assertThat(total("search=asha " + this.mark)).isZero();
	}

	@Test
	void isForAdminsOnly() {
		String own = this.session.text("accessToken");

		this.api.get(USERS, null).expect(401);
		this.api.get(USERS, own).expect(403, "FORBIDDEN");
		this.api.get(USERS + "/" + this.id, own).expect(403);
		this.api.delete(USERS + "/" + this.id, own).expect(403);
		this.api.patch(USERS + "/" + this.id + "/role", own, Map.of("role", "admin")).expect(403);
		this.api.patch(USERS + "/" + this.id + "/block", own, Map.of("reason", "x")).expect(403);
		this.api.patch(USERS + "/" + this.id + "/unblock", own, Map.of()).expect(403);
		this.api.post(USERS + "/bulk-toggle-block", own, Map.of("userIds", List.of(this.id), "isBlocked", true))
			.expect(403);
		assertThat(account().getList("roles", String.class)).containsExactly("user");
	}

	@Test
	void knowsNobodyByAnUnknownId() {
		String unknown = UUID.randomUUID().toString();

		this.api.get(USERS + "/" + unknown, this.admin).expect(404, "USER_NOT_FOUND");
		this.api.get(USERS + "/profile", this.admin).expect(404, "USER_NOT_FOUND");
		block(unknown).expect(404, "USER_NOT_FOUND");
		this.api.patch(USERS + "/" + unknown + "/role", this.admin, Map.of("role", "user"))
			.expect(404, "USER_NOT_FOUND");
		assertThat(this.api.get(USERS + "/" + this.id, this.admin).expect(200).text("email")).isEqualTo(this.email);
	}

	private Api.Answer block(String user) {
		return this.api.patch(USERS + "/" + user + "/block", this.admin, Map.of("reason", "Sells tickets on"));
	}

	private Api.Answer unblock() {
		return this.api.patch(USERS + "/" + this.id + "/unblock", this.admin, Map.of());
	}

	private Api.Answer role(String role) {
		return this.api.patch(USERS + "/" + this.id + "/role", this.admin, Map.of("role", role));
	}

	private Api.Answer toggle(boolean blocked, String... users) {
		return this.api.post(USERS + "/bulk-toggle-block", this.admin,
				Map.of("userIds", List.of(users), "isBlocked", blocked));
	}

	private Api.Answer list(String query) {
		return this.api.get(USERS + "?" + query, this.admin);
	}

	private int total(String query) {
		return list(query).expect(200).data().path("totalItems").asInt();
	}

	private Api.Answer refresh() {
		return this.api.post("/api/v1/auth/refresh", Map.of("refreshToken", this.session.text("refreshToken")));
	}

	private String rolesAtLogIn() {
		return this.api.login(this.email, PASSWORD).expect(200).data().path("user").path("roles").toString();
	}

	private Document account() {
		return java.util.Objects
			.requireNonNull(this.mongo.getCollection("accounts").find(new Document("_id", this.id)).first());
	}

}
