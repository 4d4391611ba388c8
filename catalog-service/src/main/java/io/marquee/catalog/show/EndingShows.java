package io.marquee.catalog.show;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

import io.marquee.catalog.store.Expected;
import io.marquee.catalog.store.OptimisticChange;
import io.marquee.platform.web.ApiException;

/**
 * Cancels, completes and removes shows.
 */
@Service
public class EndingShows {

	private final Shows shows;

	private final FindingShows finding;

	private final Clock clock;

	EndingShows(Shows shows, FindingShows finding, Clock clock) {
		this.shows = shows;
		this.finding = finding;
		this.clock = clock;
	}

	/**
	 * Cancels a show; those who booked it are refunded by whoever hears the event.
	 * Cancelling again changes nothing.
	 * @param id the show
	 * @param expected what the change was thought out for
	 * @param reason why
	 * @return the show after the change
	 */
	public Show cancel(String id, Expected expected, @Nullable String reason) {
		return change(id, expected, (show) -> switch (show.statusAt(now())) {
			case CANCELLED -> show;
			case SCHEDULED -> show.in(ShowStatus.CANCELLED, reason, now());
			default -> throw new ApiException(HttpStatus.CONFLICT, "SHOW_NOT_SCHEDULED",
					"The show is over and cannot be cancelled");
		});
	}

	/**
	 * Says that a show is over, before its time if need be.
	 * @param id the show
	 * @param expected what the change was thought out for
	 * @return the show after the change
	 */
	public Show complete(String id, Expected expected) {
		return change(id, expected, (show) -> {
			if (show.status() == ShowStatus.COMPLETED) {
				return show;
			}
			if (show.status() != ShowStatus.SCHEDULED || show.startsAt().isAfter(now())) {
				throw new ApiException(HttpStatus.CONFLICT, "SHOW_NOT_STARTED",
						"Only a show that has begun can be completed; cancel one that will not take place");
			}
			return show.in(ShowStatus.COMPLETED, null, now());
		});
	}

	/**
	 * Removes a show nobody has booked.
	 * @param id the show
	 * @param expected what the change was thought out for
	 */
	public void remove(String id, Expected expected) {
		change(id, expected, (show) -> {
			if (show.status() == ShowStatus.SCHEDULED && show.seatsTaken() > 0) {
				throw new ApiException(HttpStatus.CONFLICT, "SHOW_HAS_BOOKINGS",
						"Seats of this show are taken; cancel it instead, so that they are refunded");
			}
			return show.in(ShowStatus.REMOVED, null, now());
		});
	}

	/** Completes a show whose end has passed. */
	void over(String id) {
		change(id, Expected.ANY,
				(show) -> (show.status() == ShowStatus.SCHEDULED && show.statusAt(now()) == ShowStatus.COMPLETED)
						? show.in(ShowStatus.COMPLETED, null, now()) : show);
	}

	private Show change(String id, Expected expected, UnaryOperator<Show> change) {
		return OptimisticChange.apply(() -> this.finding.get(id), expected, change, this.shows::replace);
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
