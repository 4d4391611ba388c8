package io.marquee.notification.welcome;

import java.time.Instant;
import java.util.List;

import io.marquee.notification.mail.MailContent;
import io.marquee.notification.notice.Notice;

/**
 * Words for a new customer.
 */
public final class WelcomeNotice {

	private WelcomeNotice() {
	}

	/**
	 * Welcomes a customer.
	 * @param eventId the event that told of them
	 * @param userId the customer
	 * @param occurredAt when they signed up
	 * @return the notice
	 */
	public static Notice of(String eventId, String userId, Instant occurredAt) {
		return new Notice(eventId, userId, "WELCOME", "Welcome to Marquee",
				"Pick a film, pick your seats, and your tickets come here and by e-mail.", null, occurredAt,
				new MailContent("Welcome to Marquee", "Welcome to Marquee",
						List.of("Your account is ready.",
								"Pick a film and your seats; the tickets come to your inbox and by e-mail."),
						null, List.of(), "See you at the cinema."));
	}

}
