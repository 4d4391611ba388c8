package io.marquee.notification.notice;

import java.time.Instant;

import io.marquee.notification.mail.MailContent;
import org.jspecify.annotations.Nullable;

/**
 * What one customer is told of one event.
 *
 * @param eventId the event
 * @param userId the customer
 * @param kind the kind of event, such as {@code BOOKING_CONFIRMED}
 * @param title the headline
 * @param text the rest
 * @param reference the id of what it is about
 * @param occurredAt when it happened
 * @param mail what the mail says, where there is one
 */
public record Notice(String eventId, String userId, String kind, String title, String text, @Nullable String reference,
		Instant occurredAt, @Nullable MailContent mail) {
}
