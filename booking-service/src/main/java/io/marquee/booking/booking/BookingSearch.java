package io.marquee.booking.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Which bookings somebody of the staff looks for. Whatever is asked for together is found
 * by an index that begins with it and ends with the id, which is ordered by time.
 *
 * @param statuses any of these, all if none
 * @param from made then or later
 * @param to made before
 * @param confirmedFrom confirmed then or later
 * @param confirmedTo confirmed before
 */
public record BookingSearch(@Nullable String userId, @Nullable String showId, @Nullable String venueId,
		@Nullable String movieId, @Nullable BookingCode code, List<BookingStatus> statuses, @Nullable Instant from,
		@Nullable Instant to, @Nullable Instant confirmedFrom, @Nullable Instant confirmedTo) {

	/** Bookings are confirmed within that time, unless a payment gets lost for days. */
	private static final Duration CONFIRMED_WITHIN = Duration.ofHours(48);

	Criteria criteria() {
		return criteria(null, true);
	}

	/**
	 * The same, and in an order by time only those after a booking.
	 * @param after that booking, or null for all
	 */
	Criteria criteria(@Nullable BookingId after, boolean ascending) {
		Criteria criteria = new Criteria();
		is(criteria, "code", (this.code != null) ? this.code.value() : null);
		is(criteria, "userId", this.userId);
		is(criteria, "show._id", this.showId);
		is(criteria, "show.venueId", this.venueId);
		is(criteria, "show.movieId", this.movieId);
		if (!this.statuses.isEmpty()) {
			criteria.and("status").in(names(this.statuses));
		}
		else if ((this.venueId != null || this.movieId != null) && this.userId == null && this.showId == null) {
			// Their indexes go by status before they go by time.
			criteria.and("status").in(names(List.of(BookingStatus.values())));
		}
		between(criteria, "confirmedAt", this.confirmedFrom, this.confirmedTo);
		ids(criteria, after, ascending);
		return criteria;
	}

	private void ids(Criteria criteria, @Nullable BookingId after, boolean ascending) {
		Instant earliest = later(this.from,
				(this.confirmedFrom != null) ? this.confirmedFrom.minus(CONFIRMED_WITHIN) : null);
		Instant latest = earlier(this.to, this.confirmedTo);
		String low = (earliest != null) ? BookingId.lowest(earliest).value() : "";
		String high = (latest != null) ? BookingId.lowest(latest).value() : "~";
		if (after != null && ascending) {
			low = max(low, after.value() + "0");
		}
		else if (after != null) {
			high = min(high, after.value());
		}
		between(criteria, "_id", low.isEmpty() ? null : low, high.equals("~") ? null : high);
	}

	private static void is(Criteria criteria, String field, @Nullable Object value) {
		if (value != null) {
			criteria.and(field).is(value);
		}
	}

	private static void between(Criteria criteria, String field, @Nullable Object from, @Nullable Object to) {
		if (from != null || to != null) {
			Criteria range = criteria.and(field);
			if (from != null) {
				range.gte(from);
			}
			if (to != null) {
				range.lt(to);
			}
		}
	}

	private static List<String> names(List<BookingStatus> statuses) {
		return statuses.stream().map(Enum::name).toList();
	}

	private static String max(String one, String other) {
		return (one.compareTo(other) < 0) ? other : one;
	}

	private static String min(String one, String other) {
		return (one.compareTo(other) > 0) ? other : one;
	}

	private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
		return (one == null || (other != null && other.isAfter(one))) ? other : one;
	}

	private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
		return (one == null || (other != null && other.isBefore(one))) ? other : one;
	}

}
