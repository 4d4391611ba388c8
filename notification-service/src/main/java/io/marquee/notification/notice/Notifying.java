package io.marquee.notification.notice;

import io.marquee.notification.inbox.Inbox;
import io.marquee.notification.inbox.InboxEntry;
import io.marquee.notification.mail.MailQueue;

import org.springframework.stereotype.Service;

/**
 * Tells a customer of an event. Both effects are stored under the event's id, so a crash
 * between them is mended by the event coming again, and an event that comes again changes
 * nothing else.
 */
@Service
public class Notifying {

	private final Inbox inbox;

	private final MailQueue mails;

	private final ForgettingCustomers forgetting;

	Notifying(Inbox inbox, MailQueue mails, ForgettingCustomers forgetting) {
		this.inbox = inbox;
		this.mails = mails;
		this.forgetting = forgetting;
	}

	/**
	 * Tells a customer, unless their account was closed.
	 * @param notice what of
	 */
	public void tell(Notice notice) {
		if (this.forgetting.isForgotten(notice.userId())) {
			return;
		}
		this.inbox.put(new InboxEntry(notice.eventId(), notice.userId(), notice.kind(), notice.title(), notice.text(),
				notice.reference(), false, notice.occurredAt(), notice.occurredAt()));
		if (notice.mail() != null) {
			this.mails.enqueue(notice.eventId(), notice.userId(), notice.mail());
		}
		// Closed while this was written.
		if (this.forgetting.isForgotten(notice.userId())) {
			this.forgetting.remove(notice.userId());
		}
	}

}
