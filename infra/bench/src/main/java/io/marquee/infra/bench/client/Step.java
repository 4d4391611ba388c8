package io.marquee.infra.bench.client;

import java.time.Instant;
import java.util.List;

import io.marquee.infra.bench.http.Answer;
import org.jspecify.annotations.Nullable;

/**
 * One request of one client, and what came of it.
 *
 * @param user who asked
 * @param kind what for
 * @param process which process was asked
 * @param key its idempotency key, if it had one
 * @param subject the show of a hold, the booking of anything else
 * @param seats the seats of a hold
 * @param sentAt when it was sent
 * @param answeredAt when the answer was there, or known not to come
 * @param answer the answer
 */
public record Step(String user, Kind kind, String process, @Nullable String key, String subject, List<String> seats,
		Instant sentAt, Instant answeredAt, Answer answer) {

	/** What a client can ask for. */
	public enum Kind {

		HOLD, CONFIRM, GIVE_BACK, CANCEL, STATUS, SEAT_MAP

	}

	/**
	 * The booking it is about.
	 * @return its id, empty if a hold got none
	 */
	public String bookingId() {
		return (this.kind == Kind.HOLD) ? this.answer.data("bookingId") : this.subject;
	}

	/**
	 * What it is told to be.
	 * @return the status of the booking, empty if the answer has none
	 */
	public String status() {
		return this.answer.data("status");
	}

	@Override
	public String toString() {
		return "%s %s %s of %s at %s, %s to %s, answered %d %.300s".formatted(this.user, this.kind, this.seats,
				this.subject, this.process, this.sentAt, this.answeredAt, this.answer.status(), this.answer.body());
	}

}
