package io.marquee.identity.challenge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.marquee.identity.crypto.Cryptography;
import io.marquee.identity.crypto.Seals;
import io.marquee.platform.web.ApiException;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Repository;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

/**
 * The challenges. Every change is one conditional update, so that of requests and sweeps
 * that race one wins; what a crash leaves in any state has a time at which its session is
 * ended.
 */
@Repository
public class Challenges {

	static final String COLLECTION = "challenges";

	/** Longer than all time-outs of fetching tokens, or of ending a session, together. */
	private static final Duration LEASE = Duration.ofSeconds(30);

	/** Longer than comparing a code takes. */
	private static final Duration GRACE = Duration.ofSeconds(5);

	private static final int ID_BYTES = 32;

	private static final String USE = "login-challenge";

	private final MongoOperations mongo;

	private final Seals seals;

	private final ChallengeSettings settings;

	private final Clock clock;

	Challenges(MongoOperations mongo, Seals seals, ChallengeSettings settings, Clock clock) {
		this.mongo = mongo;
		this.seals = seals;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Makes a session wait for its second factor.
	 * @param userId whose
	 * @param session the session ({@code sid} of its tokens)
	 * @param refreshToken what opens the session, once
	 * @return the challenge id for the client: 256 random bits, without which nothing
	 * opens the session
	 */
	public String begin(String userId, String session, String refreshToken) {
		String secret = Cryptography.token(ID_BYTES);
		String id = Cryptography.hash(secret);
		Instant end = now().plus(this.settings.lifetime());
		this.mongo.insert(new Challenge(id, userId, session, this.seals.seal(USE, refreshToken, id, secret),
				Challenge.State.OPEN, 0, end, end));
		return secret;
	}

	/**
	 * How long a challenge can be proven.
	 * @return the time from {@link #begin} on
	 */
	public Duration lifetime() {
		return this.settings.lifetime();
	}

	/**
	 * Finds a challenge that can still be proven.
	 * @param secret the challenge id
	 * @return the challenge
	 * @throws ApiException 401 if there is none, 429 if no guess is left
	 */
	public Challenge open(String secret) {
		String id = Cryptography.hash(secret);
		Instant now = now();
		Challenge found = this.mongo.findById(id, Challenge.class);
		if (found == null || found.state() != Challenge.State.OPEN || found.attempts() >= this.settings.attempts()
				|| !found.expiresAt().isAfter(now)) {
			throw refusal(found, now);
		}
		return found;
	}

	/**
	 * Counts a guess before anything is compared.
	 * @param secret the challenge id
	 * @return the challenge
	 * @throws ApiException 401 if there is none, 429 if no guess is left
	 */
	public Challenge guess(String secret) {
		String id = Cryptography.hash(secret);
		Instant now = now();
		Challenge counted = this.mongo.findAndModify(
				query(where("_id").is(id)
					.and("state")
					.is(Challenge.State.OPEN)
					.and("attempts")
					.lt(this.settings.attempts())
					.and("expiresAt")
					.gt(now)),
				new Update().inc("attempts", 1), FindAndModifyOptions.options().returnNew(true), Challenge.class);
		if (counted == null) {
			throw refusal(this.mongo.findById(id, Challenge.class), now);
		}
		return counted;
	}

	/**
	 * Uses a challenge up.
	 * @param challenge the challenge, its second factor being proven
	 * @param secret the challenge id
	 * @return the challenge's refresh token
	 * @throws ApiException 401 if somebody was faster
	 */
	public String redeem(Challenge challenge, String secret) {
		if (this.mongo
			.updateFirst(query(where("_id").is(challenge.id()).and("state").is(Challenge.State.OPEN)),
					new Update().set("state", Challenge.State.PROVEN).set("endAt", now().plus(LEASE)), Challenge.class)
			.getModifiedCount() == 0) {
			throw invalid();
		}
		return this.seals.open(USE, Objects.requireNonNull(challenge.refreshToken()), challenge.id(), secret);
	}

	/**
	 * Lets the session go on for good.
	 * @param challenge the redeemed challenge
	 * @throws ApiException 401 if that took so long that its session is being ended
	 */
	public void fulfil(Challenge challenge) {
		if (this.mongo
			.remove(query(where("_id").is(challenge.id()).and("state").is(Challenge.State.PROVEN)), Challenge.class)
			.getDeletedCount() == 0) {
			throw invalid();
		}
	}

	/**
	 * Gives a challenge up if that was its last guess: its session is ended soon. Not at
	 * once, for an earlier guess may have been right and be about to redeem it, as when a
	 * client sends the right code several times.
	 * @param challenge the challenge as the guess has left it
	 */
	public void failed(Challenge challenge) {
		if (challenge.attempts() >= this.settings.attempts()) {
			this.mongo.updateFirst(query(where("_id").is(challenge.id()).and("state").is(Challenge.State.OPEN)),
					new Update().min("endAt", now().plus(GRACE)), Challenge.class);
		}
	}

	List<Challenge> of(String userId) {
		return this.mongo.find(query(where("userId").is(userId)), Challenge.class);
	}

	void forget(String userId) {
		this.mongo.remove(query(where("userId").is(userId)), Challenge.class);
	}

	List<Challenge> lapsed(int limit) {
		return this.mongo.find(query(where("endAt").lte(now())).with(Sort.by("endAt")).limit(limit), Challenge.class);
	}

	/**
	 * Takes a lapsed challenge, so that of several replicas one ends its session.
	 * @param lapsed the challenge
	 * @return the challenge, or nothing if it is taken or was fulfilled
	 */
	Optional<Challenge> take(Challenge lapsed) {
		Instant now = now();
		return Optional.ofNullable(this.mongo.findAndModify(query(where("_id").is(lapsed.id()).and("endAt").lte(now)),
				new Update().set("state", Challenge.State.VOID).set("endAt", now.plus(LEASE)),
				FindAndModifyOptions.options().returnNew(true), Challenge.class));
	}

	void ended(Challenge taken) {
		this.mongo.updateFirst(query(where("_id").is(taken.id())),
				new Update().unset("session").unset("refreshToken").unset("endAt"), Challenge.class);
	}

	long forgetEnded() {
		return this.mongo.remove(query(where("expiresAt").lte(now()).and("endAt").exists(false)), Challenge.class)
			.getDeletedCount();
	}

	private ApiException refusal(@Nullable Challenge found, Instant now) {
		if (found != null && found.attempts() >= this.settings.attempts() && found.expiresAt().isAfter(now)) {
			return new ApiException(HttpStatus.TOO_MANY_REQUESTS, "OTP_TOO_MANY_ATTEMPTS",
					"Too many wrong codes; please log in again", List.of(), Duration.between(now, found.expiresAt()),
					null);
		}
		return invalid();
	}

	/**
	 * A challenge cannot be proven, whatever the reason.
	 * @return the failure: 401
	 */
	public static ApiException invalid() {
		return new ApiException(HttpStatus.UNAUTHORIZED, "CHALLENGE_INVALID",
				"This log-in is over or was never begun; please log in again");
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
