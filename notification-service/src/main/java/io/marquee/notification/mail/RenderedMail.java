package io.marquee.notification.mail;

import java.util.List;

/**
 * A mail in words and markup.
 *
 * @param subject its subject, one line
 * @param text for readers without HTML
 * @param html for all others
 * @param enclosures what goes with it
 */
record RenderedMail(String subject, String text, String html, List<Enclosure> enclosures) {

	/**
	 * A file that goes with a mail.
	 *
	 * @param name its name; of a picture within the HTML, its content id
	 * @param type its media type
	 * @param shown whether it is a picture within the HTML
	 */
	record Enclosure(String name, String type, byte[] content, boolean shown) {
	}

}
