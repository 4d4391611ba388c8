package io.marquee.admin.trail;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Which entries somebody looks for. Each filter is found by an index that begins with it
 * and ends with the id, which is ordered by time.
 *
 * @param actor of that user
 * @param action actions that begin like this
 * @param service in that service
 * @param target about the thing with that id
 * @param result with that outcome
 * @param from begun then or later
 * @param to begun before
 */
public record TrailSearch(@Nullable String actor, @Nullable String action, @Nullable String service,
		@Nullable String target, Recorded.@Nullable Result result, @Nullable Instant from, @Nullable Instant to) {

	/** No character comes after it. */
	private static final String LAST = "\uffff";

	/** The last one whose milliseconds fit 48 bits. */
	private static final long LAST_SECOND = (1L << 48) / 1000 - 1;

	Criteria criteria() {
		return criteria(null, false);
	}

	/**
	 * The same, and only those after an entry.
	 * @param after that entry, or null for all
	 */
	Criteria criteria(@Nullable String after, boolean ascending) {
		Criteria criteria = new Criteria();
		is(criteria, "recorded.actor._id", this.actor);
		is(criteria, "recorded.service", this.service);
		is(criteria, "about", this.target);
		is(criteria, "recorded.outcome.result", (this.result != null) ? this.result.name() : null);
		if (this.action != null) {
			criteria.and("recorded.action").gte(this.action).lt(this.action + LAST);
		}
		String low = (this.from != null) ? lowest(this.from) : "";
		String high = (this.to != null) ? lowest(this.to) : LAST;
		if (after != null && ascending) {
			low = (low.compareTo(after) > 0) ? low : after + "0";
		}
		else if (after != null) {
			high = (high.compareTo(after) < 0) ? high : after;
		}
		if (!low.isEmpty() || !high.equals(LAST)) {
			criteria.and("_id").gte(low).lt(high);
		}
		return criteria;
	}

	/** The first UUID of version 7 that a time can have. */
	private static String lowest(Instant time) {
		long millis = Math.clamp(time.getEpochSecond(), 0, LAST_SECOND) * 1000 + time.getNano() / 1_000_000;
		return new UUID((millis << 16) | 0x7000, Long.MIN_VALUE).toString();
	}

	private static void is(Criteria criteria, String field, @Nullable Object value) {
		if (value != null) {
			criteria.and(field).is(value);
		}
	}

}
