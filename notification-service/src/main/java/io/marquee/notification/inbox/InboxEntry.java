package io.marquee.notification.inbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One thing a customer is told.
 *
 * @param id the id of the event it tells of, so that an event told twice is one entry
 * @param userId whose inbox it is in
 * @param kind the kind of event, such as {@code BOOKING_CONFIRMED}
 * @param title its headline
 * @param text the rest
 * @param reference the id of what it is about, such as a booking
 * @param read whether it has been read
 * @param createdAt when the event happened
 * @param updatedAt when it was last changed
 */
@Document("inbox")
public record InboxEntry(@Id String id, String userId, String kind, String title, String text,
		@Nullable String reference, boolean read, Instant createdAt, Instant updatedAt) {
}
