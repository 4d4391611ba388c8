package io.marquee.admin.trail.web;

import java.util.UUID;

import io.marquee.admin.trail.Recorded;
import io.marquee.admin.trail.TrailSearch;
import io.marquee.platform.web.Parameters;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * The filters of the trail, as they come in the address.
 *
 * @param actor a user's id
 * @param action how the action begins, such as {@code PATCH /api/v1/admin/users}
 * @param service a service's name
 * @param target the id of what it was about
 * @param outcome succeeded, refused, failed or unknown
 * @param from a time or a day
 * @param to a time or a day
 * @param after the id of an entry: only those that follow it
 */
record TrailQuery(@Nullable String actor, @Nullable String action, @Nullable String service, @Nullable String target,
		@Nullable String outcome, @Nullable String from, @Nullable String to, @Nullable String after) {

	TrailSearch search() {
		Parameters parameters = new Parameters();
		TrailSearch search = new TrailSearch(text(this.actor), text(this.action), text(this.service), text(this.target),
				parameters.constant("outcome", this.outcome, Recorded.Result.class),
				parameters.moment("from", this.from), parameters.moment("to", this.to));
		parameters.check();
		return search;
	}

	@Nullable String cursor() {
		Parameters parameters = new Parameters();
		UUID cursor = parameters.read("after", this.after, "must be the id of an entry", UUID::fromString);
		parameters.check();
		return (cursor != null) ? cursor.toString() : null;
	}

	private static @Nullable String text(@Nullable String text) {
		return StringUtils.hasText(text) ? text.strip() : null;
	}

}
