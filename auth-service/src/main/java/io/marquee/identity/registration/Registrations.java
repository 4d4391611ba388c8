package io.marquee.identity.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import io.marquee.identity.EmailAddress;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.FieldProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

/**
 * The registrations under way.
 */
@Repository
class Registrations {

	private final MongoOperations mongo;

	private final RegistrationSettings settings;

	private final Clock clock;

	Registrations(MongoOperations mongo, RegistrationSettings settings, Clock clock) {
		this.mongo = mongo;
		this.settings = settings;
		this.clock = clock;
	}

	RegistrationToken begin(EmailAddress address) {
		RegistrationToken token = RegistrationToken.random();
		this.mongo.insert(Registration.of(token, address.value(), now().plus(this.settings.lifetime())));
		return token;
	}

	/**
	 * Takes a registration for one attempt. It is not used up yet: an attempt that fails
	 * gives it back, one that dies loses it when the lease ends.
	 * @param token the token
	 * @return the registration
	 * @throws ApiException saying why it cannot be had
	 */
	Registration claim(RegistrationToken token) {
		Instant now = now();
		String id = token.hash();
		Registration claimed = this.mongo.findAndModify(
				query(where("_id").is(id).and("used").is(false).and("expiresAt").gt(now).and("leaseUntil").lte(now)),
				new Update().set("leaseUntil", now.plus(this.settings.lease()))
					.set("lease", UUID.randomUUID().toString()),
				FindAndModifyOptions.options().returnNew(true), Registration.class);
		if (claimed != null) {
			return claimed;
		}
		throw refusal(this.mongo.findById(id, Registration.class), now);
	}

	void release(Registration claimed) {
		this.mongo.updateFirst(
				query(where("_id").is(claimed.id()).and("lease").is(claimed.lease()).and("used").is(false)),
				new Update().set("leaseUntil", Instant.EPOCH).unset("lease"), Registration.class);
	}

	void use(Registration claimed) {
		this.mongo.updateFirst(query(where("_id").is(claimed.id())),
				new Update().set("used", true).unset("email").unset("lease"), Registration.class);
	}

	List<Registration> of(EmailAddress address) {
		return this.mongo.find(with(address), Registration.class);
	}

	void remove(EmailAddress address) {
		this.mongo.remove(with(address), Registration.class);
	}

	private static Query with(EmailAddress address) {
		return query(where("email").is(address.value()));
	}

	@Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
	void forget() {
		this.mongo.remove(query(where("expiresAt").lt(now().minus(this.settings.lifetime()))), Registration.class);
	}

	private static ApiException refusal(@Nullable Registration found, Instant now) {
		if (found != null && found.used()) {
			return new ApiException(HttpStatus.CONFLICT, "REGISTRATION_TOKEN_USED",
					"This sign-up is complete; please log in");
		}
		if (found != null && found.expiresAt().isAfter(now)) {
			Duration left = Duration.between(now, found.leaseUntil());
			return new ApiException(HttpStatus.CONFLICT, "REGISTRATION_IN_PROGRESS",
					"Another attempt with this token is under way; try again shortly", List.of(),
					left.isPositive() ? left : Duration.ofSeconds(1), null);
		}
		return new ApiException(HttpStatus.BAD_REQUEST, "REGISTRATION_TOKEN_INVALID",
				"The registration token is not valid or has expired; ask for a new code",
				List.of(new FieldProblem("registrationToken", "is not valid")));
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
