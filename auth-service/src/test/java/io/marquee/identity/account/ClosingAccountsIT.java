package io.marquee.identity.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.marquee.identity.Api;
import io.marquee.identity.EmailAddress;
import io.marquee.identity.IdentityIT;
import io.marquee.identity.KeycloakServer;
import io.marquee.identity.keycloak.KeycloakUsers;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Accounts that are closed: what is left of them, and what becomes of a service that is
 * killed in the middle.
 */
@IdentityIT
class ClosingAccountsIT {

	private static final String PASSWORD = "Popcorn-and-2-seats";

	private static final String PROFILE = "/api/v1/user/profile";

	@Autowired
	private Api api;

	@Autowired
	private ClosingAccounts closing;

	@Autowired
	private ClosedAccounts closed;

	@Autowired
	private Accounts accounts;

	@Autowired
	private KeycloakUsers users;

	@Autowired
	private MongoTemplate mongo;

	private final String email = UUID.randomUUID() + "@example.org";

	private Api.Answer session;

	private String id = "";

	@BeforeEach
	void signUp() {
		this.session = this.api.register(this.email, PASSWORD).expect(201);
		this.id = this.session.data().path("user").path("id").asString();
	}

	@Test
	void leavesNothingOfItsOwnerAndFreesTheAddress() {
		String token = this.session.text("accessToken");
		String mine = UUID.randomUUID().toString().substring(0, 18);
		this.api
			.patch(PROFILE, token,
					"{\"fullName\":\"Asha %1$s\",\"username\":\"%1$s\",\"address\":\"%1$s\"}".formatted(mine))
			.expect(200);
		this.mongo.getCollection("otps").deleteMany(new Document());
		this.api.proveAddress(this.email);
		this.mongo.getCollection("secondFactors")
			.insertOne(new Document("_id", this.id).append("email", true)
				.append("recoveryCodes", List.of())
				.append("guesses", 0)
				.append("windowEndsAt", Date.from(Instant.EPOCH)));
		assertThat(this.api.login(this.email, PASSWORD).expect(200).text("challengeId")).isNotEmpty();
		assertThat(documentsOf("secondFactors", "_id") + documentsOf("challenges", "userId")).isEqualTo(2);

		this.api.delete(PROFILE, token).expect(200);

		assertThat(this.users.withId(this.id)).isEmpty();
		this.api.login(this.email, PASSWORD).expect(401, "INVALID_CREDENTIALS");
		this.api.post("/api/v1/auth/refresh", Map.of("refreshToken", this.session.text("refreshToken")))
			.expect(401, "INVALID_REFRESH_TOKEN");
		this.api.get("/api/v1/auth/me", token).expect(401, "UNAUTHENTICATED");
		this.api.delete(PROFILE, token).expect(401, "UNAUTHENTICATED");
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(everything()).doesNotContain(this.email, mine));
		assertThat(documentsOf("secondFactors", "_id") + documentsOf("challenges", "userId")).isZero();
		assertThat(tombstone().keySet()).containsExactlyInAnyOrder("_id", "closedAt", "outbox");

		this.mongo.getCollection("otps").deleteMany(new Document());
		Api.Answer again = this.api.register(this.email, PASSWORD).expect(201);
		assertThat(again.data().path("user").path("id").asString()).isNotEqualTo(this.id);
	}

	@Test
	void tellsEverybodyOnceAndRevokesTheTokensInTheSameWrite() {
		this.closed.close(account());
		this.closed.close(account());

		List<Document> outbox = tombstone().getList("outbox", Document.class);
		// The relay may have sent some already; it removes them in order.
		assertThat(outbox.stream().map((entry) -> entry.getString("type")).toList())
			.isSubsetOf("marquee.user.registered", TokensRevoked.TYPE, UserDeleted.TYPE);
		assertThat(outbox.stream().filter((entry) -> UserDeleted.TYPE.equals(entry.getString("type"))))
			.hasSizeLessThanOrEqualTo(1);
		assertThat(tombstone().get("erasing", Document.class).getString("email")).isEqualTo(this.email);
	}

	@Test
	void isGoneOnWithAfterAKill() {
		Account account = account();
		this.closed.close(account);
		// Killed here: written down, and nothing more.
		this.api.get("/api/v1/auth/me", this.session.text("accessToken")).expect(401, "UNAUTHENTICATED");
		this.api.login(this.email, PASSWORD).expect(401);
		assertThat(this.users.withId(this.id)).isPresent();
		assertThat(this.api.get("/internal/users/" + this.id, service()).status()).isEqualTo(404);

		await().atMost(Duration.ofSeconds(20)).until(() -> !tombstone().containsKey("erasing"));

		assertThat(this.users.withId(this.id)).isEmpty();
		assertThat(everything()).doesNotContain(this.email);
	}

	@Test
	void repeatsEveryStepAfterAKillBetweenTwo() {
		this.closed.close(account());
		this.users.delete(this.id);
		dueNow();

		this.closing.sweep();

		await().atMost(Duration.ofSeconds(20)).until(() -> !tombstone().containsKey("erasing"));
	}

	@Test
	void letsNothingBackInThatWasOnItsWay() {
		Account account = account();
		this.closed.close(account);
		Person person = new Person(this.id, this.email, "Asha Rao", null, List.of("user"));
		assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> this.accounts.signedIn(person)))
			.isInstanceOf(AccountClosedException.class);
		this.mongo.getCollection("accounts")
			.updateOne(new Document("_id", this.id), new Document("$set", new Document("phone", "late")));
		dueNow();
		this.closing.sweep();
		await().atMost(Duration.ofSeconds(20)).until(() -> !tombstone().containsKey("erasing"));
		assertThat(tombstone()).doesNotContainKey("phone");
	}

	@Test
	void forgetsThatThereWasOneOnceNoTokenCanBeAboutIt() {
		this.closing.close(this.id);
		await().atMost(Duration.ofSeconds(20)).until(() -> tombstone().getList("outbox", Document.class).isEmpty());
		this.closing.forget();
		assertThat(tombstone()).isNotNull();

		this.mongo.getCollection("accounts")
			.updateOne(new Document("_id", this.id),
					new Document("$set", new Document("closedAt", Date.from(Instant.EPOCH))));
		this.closing.forget();

		assertThat(tombstone()).isNull();
	}

	private Account account() {
		return new Account(this.id, new EmailAddress(this.email).value(), "Asha", null, null, null, "en", null,
				List.of(), false, null, Instant.EPOCH, Instant.EPOCH, List.of(), List.of(), null);
	}

	private Document tombstone() {
		return this.mongo.getCollection("accounts").find(new Document("_id", this.id)).first();
	}

	private long documentsOf(String collection, String field) {
		return this.mongo.getCollection(collection).countDocuments(new Document(field, this.id));
	}

	private void dueNow() {
		this.mongo.getCollection("accounts")
			.updateOne(new Document("_id", this.id).append("erasing", new Document("$exists", true)),
					new Document("$set", new Document("erasing.dueAt", Date.from(Instant.EPOCH))));
	}

	private String service() {
		return this.api
			.token("marquee", "grant_type", "client_credentials", "client_id", "marquee-services", "client_secret",
					KeycloakServer.SECRETS.get("MARQUEE_SERVICE_CLIENT_SECRET"))
			.body()
			.path("access_token")
			.asString();
	}

	/** Every document of this service, as text. */
	private String everything() {
		StringBuilder text = new StringBuilder();
		for (String collection : this.mongo.getCollectionNames()) {
			this.mongo.getCollection(collection).find().forEach((document) -> text.append(document.toJson()));
		}
		return text.toString();
	}

}
