package io.marquee.notification.mail;

import io.marquee.platform.events.TraceContexts;

import org.springframework.stereotype.Service;

/**
 * The durable queue of mails to send. What is in it survives this process and an outage
 * of the mail server.
 */
@Service
public class MailQueue {

	private final Mails mails;

	private final Postman postman;

	private final TraceContexts traces;

	MailQueue(Mails mails, Postman postman, TraceContexts traces) {
		this.mails = mails;
		this.postman = postman;
		this.traces = traces;
	}

	/**
	 * Enqueues the one mail of an event; a second one for the same event changes nothing.
	 * @param eventId the event
	 * @param userId whom it is for
	 * @param content what it says
	 */
	public void enqueue(String eventId, String userId, MailContent content) {
		this.mails.add(eventId, userId, content, this.traces.current());
		this.postman.wake();
	}

}
