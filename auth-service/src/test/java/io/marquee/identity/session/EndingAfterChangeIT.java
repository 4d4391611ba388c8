package io.marquee.identity.session;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.marquee.identity.Api;
import io.marquee.identity.IdentityIT;
import io.marquee.platform.web.ApiException;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The service is killed after a password was set and before sessions have ended.
 */
@IdentityIT
class EndingAfterChangeIT {

	private static final String PASSWORD = "Popcorn-and-2-seats";

	@Autowired
	private Api api;

	@Autowired
	private MongoTemplate mongo;

	@Autowired
	private DueEndings endings;

	@Autowired
	private EndingAfterChange sessions;

	@Autowired
	private Clock clock;

	private final String email = UUID.randomUUID() + "@example.org";

	@Test
	void endsTheOtherSessionsLater() {
		Api.Answer kept = this.api.register(this.email, PASSWORD).expect(201);
		Api.Answer other = this.api.login(this.email, PASSWORD).expect(200);
		this.endings.add(userId(kept), Api.session(kept), this.clock.instant());

		this.sessions.sweep();

		refresh(other).expect(401, "INVALID_REFRESH_TOKEN");
		refresh(kept).expect(200);
		assertThat(due(kept)).isZero();
	}

	@Test
	void endsAllSessionsLater() {
		Api.Answer session = this.api.register(this.email, PASSWORD).expect(201);
		this.endings.add(userId(session), null, this.clock.instant());

		this.sessions.sweep();

		refresh(session).expect(401, "INVALID_REFRESH_TOKEN");
		assertThat(due(session)).isZero();
	}

	@Test
	void endsNothingForAChangeThatWasRefusedAndLaterForOneOfUnknownOutcome() {
		Api.Answer session = this.api.register(this.email, PASSWORD).expect(201);

		make(session, HttpStatus.BAD_REQUEST);
		assertThat(due(session)).isZero();
		make(session, HttpStatus.SERVICE_UNAVAILABLE);
		assertThat(due(session)).isOne();

		refresh(session).expect(200);
		this.mongo.getCollection("sessionEndings")
			.updateOne(new Document("userId", userId(session)),
					new Document("$set", new Document("dueAt", java.util.Date.from(Instant.EPOCH))));
		this.sessions.sweep();
		assertThat(due(session)).isZero();
	}

	private void make(Api.Answer session, HttpStatus failure) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> this.sessions.make(userId(session), null, () -> {
			throw new ApiException(failure, "NO", "no");
		}));
	}

	private long due(Api.Answer session) {
		return this.mongo.getCollection("sessionEndings").countDocuments(new Document("userId", userId(session)));
	}

	private Api.Answer refresh(Api.Answer of) {
		return this.api.post("/api/v1/auth/refresh", Map.of("refreshToken", of.text("refreshToken")));
	}

	private static String userId(Api.Answer session) {
		return session.data().path("user").path("id").asString();
	}

}
