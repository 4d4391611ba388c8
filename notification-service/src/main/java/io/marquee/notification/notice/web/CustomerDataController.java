package io.marquee.notification.notice.web;

import java.util.List;

import io.marquee.notification.notice.HeldNotices;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is held about a customer, for auth-service to show them.
 */
@RestController
class CustomerDataController {

	private static final int LIMIT = 500;

	private final HeldNotices held;

	CustomerDataController(HeldNotices held) {
		this.held = held;
	}

	@GetMapping("/internal/users/{id}/data")
	HeldPage data(@PathVariable String id, @RequestParam(defaultValue = "") String after) {
		List<HeldNotices.HeldNotice> notices = this.held.of(id, after, LIMIT);
		return new HeldPage(notices, (notices.size() == LIMIT) ? notices.getLast().id() : null);
	}

	/**
	 * A page, and where it ends if there is another one.
	 */
	record HeldPage(List<HeldNotices.HeldNotice> items, @Nullable String next) {

	}

}
