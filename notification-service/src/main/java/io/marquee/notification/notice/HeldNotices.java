package io.marquee.notification.notice;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.marquee.notification.inbox.Inbox;
import io.marquee.notification.inbox.InboxEntry;
import io.marquee.notification.mail.MailQueue;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * All that is held about a customer here, for them to see.
 */
@Service
public class HeldNotices {

	private final Inbox inbox;

	private final MailQueue mails;

	HeldNotices(Inbox inbox, MailQueue mails) {
		this.inbox = inbox;
		this.mails = mails;
	}

	/**
	 * Shows what is held.
	 * @param userId the customer
	 * @param after only entries after this one; an empty text for the first
	 * @param limit how many at most
	 * @return the entries by id
	 */
	public List<HeldNotice> of(String userId, String after, int limit) {
		List<InboxEntry> entries = this.inbox.after(userId, after, limit);
		Map<String, String> mails = this.mails.statesOf(entries.stream().map(InboxEntry::id).toList());
		return entries.stream()
			.map((entry) -> new HeldNotice(entry.id(), entry.kind(), entry.title(), entry.text(), entry.reference(),
					entry.read(), mails.get(entry.id()), entry.createdAt(), entry.updatedAt()))
			.toList();
	}

	/**
	 * One thing a customer was told.
	 *
	 * @param id the id of the event it tells of
	 * @param kind the kind of event
	 * @param title the headline
	 * @param text the rest
	 * @param reference the id of what it is about
	 * @param read whether it has been read
	 * @param mail where the mail about it stands; null if there is none
	 * @param createdAt when the event happened
	 * @param updatedAt when it was last changed
	 */
	public record HeldNotice(String id, String kind, String title, String text, @Nullable String reference,
			boolean read, @Nullable String mail, Instant createdAt, Instant updatedAt) {

	}

}
