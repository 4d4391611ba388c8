package io.marquee.infra.local.mail;

import java.time.Instant;
import java.util.List;

/**
 * A mail as the view shows it.
 *
 * @param id its number in the mailbox, counting from 1
 * @param to the addresses it was sent to
 * @param from who sent it
 * @param subject its subject
 * @param date when it arrived
 * @param text its plain text, or an empty string
 * @param html its HTML, or an empty string
 * @param attachments the names of its attachments
 */
public record Mail(String id, List<String> to, String from, String subject, Instant date, String text, String html,
		List<String> attachments) {

}
