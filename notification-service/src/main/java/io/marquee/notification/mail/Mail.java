package io.marquee.notification.mail;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A mail in the queue. It names the customer, not the address: that is asked for when the
 * mail goes out.
 *
 * @param id the id of the event it tells of
 * @param userId whom it is for
 * @param content what it says
 * @param status where it stands
 * @param attempts how often sending was begun
 * @param nextAttemptAt when it may be taken next; while it is being sent, when the lease
 * ends
 * @param lease who is sending it
 * @param problem why the last attempt failed
 * @param trace the trace of the event
 * @param createdAt when it was enqueued
 * @param updatedAt when it was last changed
 */
@Document("mails")
record Mail(@Id String id, String userId, MailContent content, Status status, int attempts, Instant nextAttemptAt,
		@Nullable String lease, @Nullable String problem, Map<String, String> trace, Instant createdAt,
		Instant updatedAt) {

	enum Status {

		/** To be sent, or being sent. */
		WAITING,

		/** Accepted by the mail server. */
		SENT,

		/**
		 * Never to be sent: there is no such customer, or the server refuses for good.
		 */
		GIVEN_UP

	}

}
