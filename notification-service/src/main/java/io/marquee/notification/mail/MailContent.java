package io.marquee.notification.mail;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a mail says; how it looks is the layout's business.
 *
 * @param subject its subject
 * @param heading its headline
 * @param paragraphs its text
 * @param highlight what stands out, such as a booking code
 * @param facts what is listed
 * @param closing its last line
 * @param ticket whose ticket goes with it
 */
public record MailContent(String subject, String heading, List<String> paragraphs, @Nullable String highlight,
		List<Fact> facts, String closing, @Nullable TicketOf ticket) {

	/**
	 * A mail without a ticket.
	 * @param subject its subject
	 * @param heading its headline
	 * @param paragraphs its text
	 * @param highlight what stands out, such as a booking code
	 * @param facts what is listed
	 * @param closing its last line
	 */
	public MailContent(String subject, String heading, List<String> paragraphs, @Nullable String highlight,
			List<Fact> facts, String closing) {
		this(subject, heading, paragraphs, highlight, facts, closing, null);
	}

	/**
	 * One line of a list.
	 *
	 * @param label what it is
	 * @param value what it says
	 */
	public record Fact(String label, String value) {
	}

	/**
	 * A booking with a ticket, which is fetched when the mail goes out.
	 *
	 * @param bookingId the booking
	 * @param bookingCode its code, by which the files are named
	 */
	public record TicketOf(String bookingId, String bookingCode) {
	}

}
