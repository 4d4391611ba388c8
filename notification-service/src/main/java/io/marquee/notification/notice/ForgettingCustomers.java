package io.marquee.notification.notice;

import io.marquee.notification.inbox.Inbox;
import io.marquee.notification.mail.MailQueue;

import org.springframework.stereotype.Service;

/**
 * Removes what is held about customers whose accounts were closed. That the account is
 * closed is written down first: {@link Notifying} looks for it after it has written, so
 * that of the two one sees what the other wrote.
 */
@Service
public class ForgettingCustomers {

	private final ClosedAccounts closed;

	private final Inbox inbox;

	private final MailQueue mails;

	ForgettingCustomers(ClosedAccounts closed, Inbox inbox, MailQueue mails) {
		this.closed = closed;
		this.inbox = inbox;
		this.mails = mails;
	}

	/**
	 * Removes a customer's inbox and mails; done again, it changes nothing.
	 * @param userId the customer
	 */
	public void forget(String userId) {
		this.closed.add(userId);
		remove(userId);
	}

	boolean isForgotten(String userId) {
		return this.closed.contains(userId);
	}

	void remove(String userId) {
		this.inbox.remove(userId);
		this.mails.remove(userId);
	}

}
