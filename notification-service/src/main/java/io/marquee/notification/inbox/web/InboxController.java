package io.marquee.notification.inbox.web;

import java.util.List;

import io.marquee.notification.inbox.Inbox;
import io.marquee.notification.inbox.InboxEntry;
import io.marquee.platform.security.CurrentUser;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.PageView;
import io.marquee.platform.web.Paging;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/user/notifications")
class InboxController {

	private final Inbox inbox;

	InboxController(Inbox inbox) {
		this.inbox = inbox;
	}

	@GetMapping
	InboxView inbox(CurrentUser user, Paging paging) {
		return InboxView.of(PageView.of(this.inbox.of(user.id(), paging.skip(), paging.limit()), paging,
				this.inbox.count(user.id())), this.inbox.countUnread(user.id()));
	}

	@PatchMapping("/{id}/read")
	InboxEntry read(CurrentUser user, @PathVariable String id) {
		return this.inbox.markRead(user.id(), id)
			.orElseThrow(() -> new ApiException(HttpStatus.NOT_FOUND, "NOTIFICATION_NOT_FOUND",
					"There is no such notification in your inbox."));
	}

	@PostMapping("/read-all")
	AllRead readAll(CurrentUser user) {
		return new AllRead(this.inbox.markAllRead(user.id()));
	}

	record AllRead(long read) {
	}

	/** A page, and how much of the whole inbox is unread. */
	record InboxView(List<InboxEntry> items, int page, int limit, long totalItems, long totalPages, long unreadCount) {

		static InboxView of(PageView<InboxEntry> page, long unreadCount) {
			return new InboxView(page.items(), page.page(), page.limit(), page.totalItems(), page.totalPages(),
					unreadCount);
		}

	}

}
