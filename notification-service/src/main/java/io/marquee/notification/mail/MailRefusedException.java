package io.marquee.notification.mail;

/**
 * The mail server will not take a mail, now or later.
 */
class MailRefusedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	MailRefusedException(String message, Throwable cause) {
		super(message, cause);
	}

}
