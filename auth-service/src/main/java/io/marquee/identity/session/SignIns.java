package io.marquee.identity.session;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.HttpHeaders;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

/**
 * The sign-ins whose sessions may still go on. Keycloak knows which of them do; only here
 * is known on what device they began.
 */
@Repository
public class SignIns {

	static final String COLLECTION = "signIns";

	private static final int DEVICE_LENGTH = 160;

	private final MongoOperations mongo;

	private final SessionSettings settings;

	private final HttpServletRequest request;

	private final Clock clock;

	SignIns(MongoOperations mongo, SessionSettings settings, HttpServletRequest request, Clock clock) {
		this.mongo = mongo;
		this.settings = settings;
		this.request = request;
		this.clock = clock;
	}

	/**
	 * Writes down that a session is handed to the client of the current request, unless
	 * it was before.
	 * @param userId whose
	 * @param session the session
	 */
	public void note(String userId, String session) {
		if (find(session).isPresent()) {
			return;
		}
		Instant now = now();
		try {
			this.mongo.insert(new SignIn(session, userId, device(), this.request.getRemoteAddr(), now,
					now.plus(this.settings.longest())));
		}
		catch (DuplicateKeyException ex) {
			// Noted at the same moment.
		}
	}

	/**
	 * Forgets somebody.
	 * @param userId whose sign-ins
	 */
	public void forget(String userId) {
		this.mongo.remove(query(where("userId").is(userId)), SignIn.class);
	}

	Optional<SignIn> find(String session) {
		return Optional.ofNullable(this.mongo.findById(session, SignIn.class));
	}

	List<SignIn> of(String userId) {
		return this.mongo.find(query(where("userId").is(userId)), SignIn.class);
	}

	void ended(Collection<String> sessions) {
		this.mongo.remove(query(where("_id").in(sessions)), SignIn.class);
	}

	@Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
	void sweep() {
		this.mongo.remove(query(where("until").lt(now())), SignIn.class);
	}

	private @Nullable String device() {
		String agent = this.request.getHeader(HttpHeaders.USER_AGENT);
		if (agent == null) {
			return null;
		}
		String printable = agent.replaceAll("\\p{Cntrl}", " ").strip();
		return printable.substring(0, Math.min(printable.length(), DEVICE_LENGTH));
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
