package io.marquee.notification.mail;

/**
 * A mail in words and markup.
 *
 * @param subject its subject, one line
 * @param text for readers without HTML
 * @param html for all others
 */
record RenderedMail(String subject, String text, String html) {
}
