package io.marquee.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Somebody uses all there is, takes their data and leaves: nothing of them is left, in
 * any document of any database.
 */
@ExtendWith(Suite.class)
class LeavingJourneyIT {

	private static final String PROFILE = "/api/v1/user/profile";

	/** What may still be under an id that points at nobody. */
	private static final Set<String> TOMBSTONE = Set.of("_id", "closedAt", "outbox", "watchUntil");

	private final Suite suite;

	private final Box box;

	private final Api api;

	private final String email = "leaving-" + UUID.randomUUID() + "@marquee.example";

	private final String password = "Pw-" + UUID.randomUUID();

	private final String word = UUID.randomUUID().toString().substring(0, 13);

	private final String phone = "+91" + ThreadLocalRandom.current().nextLong(6_000_000_000L, 10_000_000_000L);

	LeavingJourneyIT(Suite suite) {
		this.suite = suite;
		this.box = new Box(suite);
		this.api = Api.at(suite.gateway());
	}

	@Test
	void leavesNothingBehind() {
		Api.Answer session = signUp(1);
		String id = session.data("user/id").asString();
		String token = session.data("accessToken").asString();
		Api user = this.api.as(token);
		good(200, user.patch(PROFILE, Map.of("phone", this.phone, "address", this.word + " Road", "username",
				"u" + this.word, "profilePicture", "https://pictures.example/" + this.word + ".png")));
		String coupon = coupon();
		Api.Answer paid = bookAndPay(user, coupon);
		String booking = paid.data("bookingId").asString();
		await().atMost(Duration.ofSeconds(30))
			.until(() -> user.get("/api/v1/user/notifications").body().toString().contains(booking));
		await().atMost(Duration.ofSeconds(30))
			.until(() -> user.get(PROFILE + "/export").data("redemptions/0/state").asString("").equals("REDEEMED"));

		Api.Answer export = good(200, user.get(PROFILE + "/export"));
		assertThat(export.data("").toString()).contains(id, this.email, this.phone, this.word, booking, coupon,
				"BOOKING_CONFIRMED");
		assertThat(traces(id)).as("so that the search below is known to find something").isNotEmpty();

		good(200, user.delete(PROFILE));

		await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(traces(id)).isEmpty());
		assertThat(keycloak("/users/" + id).status()).isEqualTo(404);
		assertThat(keycloak("/users?exact=true&email=" + this.email).body().size()).isZero();
		assertThat(user.get("/api/v1/auth/me").status()).isEqualTo(401);
		assertThat(this.api.post("/api/v1/auth/login", Map.of("email", this.email, "password", this.password)).status())
			.isEqualTo(401);
		assertThat(
				this.api.post("/api/v1/auth/refresh", Map.of("refreshToken", session.data("refreshToken").asString()))
					.status())
			.isEqualTo(401);
		Api.Answer kept = admin().get("/api/v1/admin/bookings/" + booking);
		assertThat(kept.data("status").asString()).as("seats and money stay").isEqualTo("CONFIRMED");
		assertThat(kept.data("userId").asString()).startsWith("closed-");
		assertThat(signUp(2).data("user/id").asString()).isNotEqualTo(id);
	}

	/** Documents with something of the person, or with their id where none may be. */
	private List<String> traces(String id) {
		List<String> traces = new ArrayList<>();
		try (MongoClient client = MongoClients.create(this.suite.store())) {
			for (String name : client.listDatabaseNames()) {
				MongoDatabase database = client.getDatabase(name);
				for (String collection : database.listCollectionNames()) {
					for (Document document : database.getCollection(collection).find()) {
						if (tellsOf(document, id)) {
							traces.add(name + "." + collection + ": " + document.toJson());
						}
					}
				}
			}
		}
		return traces;
	}

	private boolean tellsOf(Document document, String id) {
		String text = document.toJson();
		return List.of(this.email, this.phone, this.word).stream().anyMatch(text::contains)
				|| (text.contains(id) && !TOMBSTONE.containsAll(document.keySet()));
	}

	private Api.Answer signUp(int mail) {
		// The second time the cool-down of the first code has to pass.
		await().atMost(Duration.ofSeconds(90))
			.pollInterval(Duration.ofSeconds(5))
			.pollDelay(Duration.ZERO)
			.until(() -> this.api.post("/api/v1/auth/send-otp", Map.of("email", this.email)).status() == 200);
		Api.Answer verified = good(200, this.api.post("/api/v1/auth/verify-otp",
				Map.of("email", this.email, "otp", this.box.awaitCode(this.email, mail))));
		return good(201,
				this.api.post("/api/v1/auth/register",
						Map.of("registrationToken", verified.data("registrationToken").asString(), "fullName",
								"Asha " + this.word, "password", this.password)));
	}

	private String coupon() {
		String code = "BYE" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
		good(201, admin().post("/api/v1/admin/offers",
				Map.ofEntries(Map.entry("code", code), Map.entry("title", "Once"), Map.entry("description", "Once"),
						Map.entry("category", "MOVIE"), Map.entry("type", "PERCENTAGE"), Map.entry("value", 50),
						Map.entry("totalLimit", 1), Map.entry("perUserLimit", 1), Map.entry("firstBookingOnly", true),
						Map.entry("validFrom", Instant.now().minusSeconds(60).toString()),
						Map.entry("validUntil", Instant.now().plus(Duration.ofDays(1)).toString()))));
		return code;
	}

	private Api.Answer bookAndPay(Api user, String coupon) {
		String show = this.box.show(9);
		Api.Answer held = good(201,
				user.with("Idempotency-Key", UUID.randomUUID().toString())
					.post("/api/v1/bookings/book",
							Map.of("showId", show, "seats", this.box.freeSeats(show, 2), "couponCode", coupon)));
		return good(200, user.post("/api/v1/bookings/confirm", Map.of("paymentId", held.data("paymentId").asString(),
				"paymentMethod", Map.of("type", "CARD", "token", "tok_visa"))));
	}

	private Api admin() {
		return this.api.loggedIn("admin@marquee.example", this.suite.demoPassword());
	}

	private Api.Answer keycloak(String path) {
		Api keycloak = Api.at(this.suite.address(8180));
		String token = keycloak.with("Content-Type", "application/x-www-form-urlencoded")
			.post("/realms/marquee/protocol/openid-connect/token",
					"grant_type=client_credentials&client_id=marquee-identity&client_secret="
							+ this.suite.secret("MARQUEE_IDENTITY_ADMIN_SECRET"))
			.body()
			.path("access_token")
			.asString();
		return keycloak.as(token).get("/admin/realms/marquee" + path);
	}

	private static Api.Answer good(int status, Api.Answer answer) {
		assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
		return answer;
	}

}
