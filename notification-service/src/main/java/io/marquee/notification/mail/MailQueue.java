package io.marquee.notification.mail;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

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

	/**
	 * Removes all mails for a customer; one that is just being sent still goes out.
	 * @param userId the customer
	 */
	public void remove(String userId) {
		this.mails.remove(userId);
	}

	/**
	 * Tells where the mails of events stand.
	 * @param eventIds the events
	 * @return their mails' states by event; without those that have none
	 */
	public Map<String, String> statesOf(Collection<String> eventIds) {
		return this.mails.find(eventIds).stream().collect(Collectors.toMap(Mail::id, (mail) -> mail.status().name()));
	}

}
