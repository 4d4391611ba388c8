package io.marquee.admin.trail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did, as the service that was asked recorded it.
 *
 * @param id ordered by time
 * @param service the service
 * @param actor who did it
 * @param action method and path pattern
 * @param target what stood in the place of the pattern's variables
 * @param affected ids of what else was acted on
 * @param at when it began
 * @param from where the request came from
 * @param traceId its trace
 * @param outcome what became of it
 */
public record Recorded(String id, String service, Actor actor, String action, Map<String, String> target,
		List<String> affected, Instant at, From from, @Nullable String traceId, Outcome outcome) {

	/**
	 * Refuses what says too little to be looked up.
	 */
	public Recorded {
		Stream.of(id, service, actor, action, target, affected, at, from, outcome).forEach(Objects::requireNonNull);
	}

	/**
	 * Who.
	 *
	 * @param id the user, or the service account of a client
	 * @param client the OAuth 2.0 client
	 * @param roles the roles at that time
	 */
	public record Actor(String id, @Nullable String client, List<String> roles) {
	}

	/**
	 * From where.
	 *
	 * @param address the network address
	 */
	public record From(String address) {
	}

	/**
	 * What became of it.
	 *
	 * @param result in one word
	 * @param status the HTTP status of the answer
	 * @param code the stable code of a failure
	 */
	public record Outcome(Result result, @Nullable Integer status, @Nullable String code) {
	}

	/** The outcome in one word. */
	public enum Result {

		/** It was done. */
		SUCCEEDED,
		/** Whoever tried may not do it. */
		REFUSED,
		/** It was not done, or not wholly. */
		FAILED,
		/** The service died meanwhile: done or not, nobody can say. */
		UNKNOWN

	}

}
