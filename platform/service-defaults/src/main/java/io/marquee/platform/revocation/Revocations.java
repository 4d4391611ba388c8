package io.marquee.platform.revocation;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * The tokens that are refused though they have not expired, as far as this process has
 * heard. A look into memory for each token, no call to anybody. What no token can be old
 * enough for is forgotten.
 */
public final class Revocations implements OAuth2TokenValidator<Jwt> {

	private static final Log log = LogFactory.getLog(Revocations.class);

	private static final OAuth2TokenValidatorResult GOOD = OAuth2TokenValidatorResult.success();

	private static final OAuth2TokenValidatorResult REVOKED = OAuth2TokenValidatorResult
		.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "The token was revoked", null));

	private final Map<String, Held> sessions = new ConcurrentHashMap<>();

	private final Map<String, Held> users = new ConcurrentHashMap<>();

	private final Map<String, Held> clients = new ConcurrentHashMap<>();

	/** One entry for each event, in the order in which they stop to matter. */
	private final Queue<Due> due = new ArrayDeque<>();

	private final AtomicLong forgottenEarly = new AtomicLong();

	private final long tokenLifeMillis;

	private final int most;

	private final Clock clock;

	private volatile boolean known;

	/**
	 * Knows of nothing yet.
	 * @param tokenLife how long a token can be used after it was issued, with all
	 * differences between clocks
	 * @param most how many events count at once; beyond that the oldest are forgotten
	 * early
	 * @param clock the clock by which tokens expire
	 */
	public Revocations(Duration tokenLife, int most, Clock clock) {
		this.tokenLifeMillis = tokenLife.toMillis();
		this.most = most;
		this.clock = clock;
	}

	@Override
	public OAuth2TokenValidatorResult validate(Jwt token) {
		return refuses(token) ? REVOKED : GOOD;
	}

	/**
	 * Whether a token was revoked.
	 * @param token a token that is valid otherwise
	 * @return whether it must be refused
	 */
	public boolean refuses(Jwt token) {
		Map<String, Object> claims = token.getClaims();
		return refused(this.sessions, claims.get("sid"), token) || refused(this.users, claims.get("sub"), token)
				|| refused(this.clients, claims.get("azp"), token);
	}

	/**
	 * Takes in an event.
	 * @param news what it says
	 * @param saidAt when it was published, in milliseconds since 1970
	 */
	public synchronized void add(Revocation news, long saidAt) {
		long until = Math.min(saidAt, this.clock.millis()) + this.tokenLifeMillis;
		if (news.session() != null) {
			add(this.sessions, news.session(), news, until);
		}
		else if (news.user() != null) {
			add(this.users, news.user(), news, until);
		}
		else if (news.client() != null) {
			add(this.clients, news.client(), news, until);
		}
		forgetOld();
	}

	/** Forgets what no token can be old enough for. */
	synchronized void forgetOld() {
		long now = this.clock.millis();
		for (Due first = this.due.peek(); first != null; first = this.due.peek()) {
			boolean early = first.until() > now;
			if (early && this.due.size() <= this.most) {
				return;
			}
			if (early && this.forgottenEarly.getAndIncrement() == 0) {
				log.warn("More than " + this.most + " revocations at once: the oldest are forgotten early");
			}
			Due forgotten = this.due.remove();
			forgotten.of().computeIfPresent(forgotten.id(), (id, held) -> forgotten.ends(held) ? null : held);
		}
	}

	/**
	 * Whether all is known that was revoked before this process started.
	 * @return whether a token that passes was not revoked
	 */
	public boolean known() {
		return this.known;
	}

	void setKnown(boolean known) {
		this.known = known;
	}

	/**
	 * How many sessions, users and clients there is something to say of.
	 * @return the number
	 */
	public int held() {
		return this.sessions.size() + this.users.size() + this.clients.size();
	}

	long forgottenEarly() {
		return this.forgottenEarly.get();
	}

	private void add(Map<String, Held> all, String id, Revocation news, long until) {
		all.compute(id, (key, before) -> Held.of(before, news, until));
		this.due.add(new Due(all, id, until));
	}

	private static boolean refused(Map<String, Held> all, @Nullable Object id, Jwt token) {
		Held held = (id instanceof String key) ? all.get(key) : null;
		return held != null && held.refuses(token);
	}

	/** When something is forgotten, unless it has been said again. */
	private record Due(Map<String, Held> of, String id, long until) {

		boolean ends(Held held) {
			return held.until() <= this.until;
		}

	}

}
