package io.marquee.platform.audit;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * What became of an action.
 *
 * @param result in one word
 * @param status the HTTP status of the answer, if there was one
 * @param code the stable code of a failure
 */
record Outcome(Result result, @Nullable Integer status, @Nullable String code) {

	/** The process died under it: done or not, nobody can say. */
	static final Outcome UNKNOWN = new Outcome(Result.UNKNOWN, null, null);

	static Outcome of(int status, @Nullable String code) {
		if (status < HttpStatus.BAD_REQUEST.value()) {
			return new Outcome(Result.SUCCEEDED, status, null);
		}
		boolean refused = status == HttpStatus.FORBIDDEN.value() || status == HttpStatus.UNAUTHORIZED.value();
		return new Outcome(refused ? Result.REFUSED : Result.FAILED, status, code);
	}

	/** The outcome in one word. */
	enum Result {

		/** It was done. */
		SUCCEEDED,
		/** Whoever tried may not do it. */
		REFUSED,
		/** It was not done, or not wholly. */
		FAILED,
		/** Its process died. */
		UNKNOWN

	}

}
