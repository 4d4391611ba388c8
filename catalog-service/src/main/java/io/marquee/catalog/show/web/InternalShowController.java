package io.marquee.catalog.show.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import io.marquee.catalog.show.FindingShows;
import io.marquee.catalog.show.Show;
import io.marquee.catalog.show.ShowStatus;
import io.marquee.catalog.show.Suspension;
import io.marquee.catalog.venue.FindingVenues;
import io.marquee.catalog.venue.RefundRule;
import io.marquee.catalog.venue.SalesTerms;
import io.marquee.catalog.venue.Seat;
import io.marquee.catalog.venue.SeatCategory;
import io.marquee.platform.money.Money;

/**
 * Shows for other services.
 */
@RestController
class InternalShowController {

	private final FindingShows finding;

	private final FindingVenues venues;

	private final Clock clock;

	InternalShowController(FindingShows finding, FindingVenues venues, Clock clock) {
		this.finding = finding;
		this.venues = venues;
		this.clock = clock;
	}

	@GetMapping("/internal/shows/{id}")
	SeatedShow get(@PathVariable String id) {
		Show show = this.finding.get(id);
		SalesTerms terms = this.venues.termsOf(show.place().venueId());
		return new SeatedShow(show.id(), show.film().movieId(), show.film().title(), show.place().venueId(),
				show.place().venueName(), show.place().city(), show.place().timeZone(), show.place().screenId(),
				show.place().screenName(), show.startsAt(), show.endsAt(), show.salesOpenAt(),
				show.salesEndAt(terms.bookingCutOffMinutes()), show.suspensions(), show.statusAt(this.clock.instant()),
				show.prices(), terms.cancellationPolicy(), show.seatLayout().seats());
	}

	/**
	 * A show with every seat, in the order of its layout.
	 */
	record SeatedShow(String id, String movieId, String movieTitle, String venueId, String venueName, String city,
			String timeZone, String screenId, String screenName, Instant startsAt, Instant endsAt,
			@Nullable Instant salesOpenAt, Instant salesCloseAt, Set<Suspension> suspended, ShowStatus status,
			Map<SeatCategory, Money> prices, List<RefundRule> cancellationPolicy, List<Seat> seats) {

	}

}
