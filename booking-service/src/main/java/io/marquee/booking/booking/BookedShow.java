package io.marquee.booking.booking;

import java.time.Instant;
import java.util.List;

import io.marquee.booking.catalog.Show;
import org.jspecify.annotations.Nullable;

/**
 * The show as it was when the booking was made; what the venue then promised for a
 * cancellation holds.
 */
public record BookedShow(String id, String movieId, String movieTitle, String venueId, String venueName, String city,
		String timeZone, String screenName, Instant startsAt, @Nullable Instant endsAt,
		@Nullable CancellationPolicy cancellationPolicy) {

	static BookedShow of(Show show) {
		return new BookedShow(show.id(), show.movieId(), show.movieTitle(), show.venueId(), show.venueName(),
				show.city(), show.timeZone(), show.screenName(), show.startsAt(), show.endsAt(),
				policy(show.refunds()));
	}

	private static @Nullable CancellationPolicy policy(@Nullable List<Show.RefundRule> rules) {
		return (rules == null) ? null
				: new CancellationPolicy(rules.stream()
					.map((rule) -> new CancellationPolicy.Rule(rule.hoursBefore(), rule.refundPercent()))
					.toList());
	}

	CancellationPolicy policy() {
		return (this.cancellationPolicy != null) ? this.cancellationPolicy : CancellationPolicy.STANDARD;
	}

}
