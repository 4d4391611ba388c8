package io.marquee.identity.registration;

import java.util.Map;
import java.util.UUID;

import io.marquee.identity.Api;
import io.marquee.identity.EmailAddress;
import io.marquee.identity.IdentityIT;
import io.marquee.identity.keycloak.KeycloakUsers;
import io.marquee.identity.keycloak.NewUser;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The service is killed in the middle of a sign-up: what it leaves, and what the same
 * request makes of it.
 */
@IdentityIT
class InterruptedSignUpIT {

	private static final String PASSWORD = "Popcorn-and-2-seats";

	@Autowired
	private Api api;

	@Autowired
	private Registrations registrations;

	@Autowired
	private KeycloakUsers users;

	@Autowired
	private MongoTemplate mongo;

	private final String email = UUID.randomUUID() + "@example.org";

	@Test
	void isCompletedByTheSameRequestOnceTheDeadAttemptsLeaseEnds() {
		String token = this.api.proveAddress(this.email);
		Registration dead = this.registrations.claim(new RegistrationToken(token));
		String userId = this.users
			.create(new NewUser(new EmailAddress(this.email), "Asha Rao", null, "Another-password-1", dead.id()))
			.orElseThrow();

		Api.Answer early = register(token).expect(409, "REGISTRATION_IN_PROGRESS");
		assertThat(Integer.parseInt(early.headers().getFirst("Retry-After"))).isBetween(1, 30);
		endLease(dead);
		Api.Answer late = register(token).expect(201);

		assertThat(late.data().path("user").path("id").asString()).isEqualTo(userId);
		this.api.login(this.email, PASSWORD).expect(200);
		this.api.login(this.email, "Another-password-1").expect(401);
		register(token).expect(409, "REGISTRATION_TOKEN_USED");
	}

	@Test
	void canBeGivenUpForALogIn() {
		String token = this.api.proveAddress(this.email);
		Registration dead = this.registrations.claim(new RegistrationToken(token));
		this.users.create(new NewUser(new EmailAddress(this.email), "Asha Rao", null, PASSWORD, dead.id()))
			.orElseThrow();

		Api.Answer session = this.api.login(this.email, PASSWORD).expect(200);

		String userId = session.data().path("user").path("id").asString();
		assertThat(this.mongo.getCollection("accounts").countDocuments(new Document("_id", userId))).isOne();
	}

	@Test
	void givesNobodyElsesAccountAway() {
		String first = this.api.proveAddress(this.email);
		this.mongo.getCollection("otps").deleteMany(new Document());
		String second = this.api.proveAddress(this.email);
		register(first).expect(201);

		this.api
			.post("/api/v1/auth/register",
					Map.of("registrationToken", second, "fullName", "Asha Rao", "password", "Another-password-1"))
			.expect(409, "EMAIL_TAKEN");
		this.api.login(this.email, PASSWORD).expect(200);
	}

	private Api.Answer register(String token) {
		return this.api.post("/api/v1/auth/register",
				Map.of("registrationToken", token, "fullName", "Asha Rao", "password", PASSWORD));
	}

	private void endLease(Registration registration) {
		this.mongo.getCollection("registrations")
			.updateOne(new Document("_id", registration.id()),
					new Document("$set", new Document("leaseUntil", java.util.Date.from(java.time.Instant.EPOCH))));
	}

}
