package io.marquee.catalog.show;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

import io.marquee.catalog.store.Keys;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.PageView;
import io.marquee.platform.web.Paging;

/**
 * Finds shows. Lists hold what one can still go to: scheduled and not begun.
 */
@Service
public class FindingShows {

	private static final Map<String, String> STORED_NAMES = Map.of("startsAt", "startsAt", "movieTitle", "film.title",
			"venueName", "place.venueName");

	/** No film is longer, so what began before this is over. */
	private static final Duration LONGEST = Duration.ofHours(10);

	private final Shows shows;

	private final Clock clock;

	FindingShows(Shows shows, Clock clock) {
		this.shows = shows;
		this.clock = clock;
	}

	/**
	 * One show, whatever its status.
	 * @param id its id
	 * @return the show
	 */
	public Show get(String id) {
		return this.shows.find(id)
			.orElseThrow(() -> new ApiException(HttpStatus.NOT_FOUND, "SHOW_NOT_FOUND", "There is no show " + id));
	}

	/**
	 * Shows one can still go to.
	 * @param filter which
	 * @param paging the page; without an order, by start
	 * @return the page
	 */
	public PageView<Show> list(ShowFilter filter, Paging paging) {
		return this.shows.page(
				criteria(Criteria.where("status").is(ShowStatus.SCHEDULED), filter, this.clock.instant()),
				order(paging.sort()), paging);
	}

	/**
	 * Shows of any time and status, for the administration.
	 * @param filter which
	 * @param status only those of this status, as it is stored; null for all
	 * @param paging the page; without an order, by start
	 * @return the page
	 */
	public PageView<Show> any(ShowFilter filter, @Nullable ShowStatus status, Paging paging) {
		Criteria criteria = Criteria.where("status");
		if (status != null) {
			criteria.is(status);
		}
		else {
			criteria.in(ShowStatus.SCHEDULED, ShowStatus.CANCELLED, ShowStatus.COMPLETED);
		}
		return this.shows.page(criteria(criteria, filter, Instant.EPOCH), order(paging.sort()), paging);
	}

	/**
	 * The shows that are running at this moment.
	 * @param paging the page
	 * @return the page
	 */
	public PageView<Show> nowPlaying(Paging paging) {
		Instant now = this.clock.instant();
		Criteria running = Criteria.where("status")
			.is(ShowStatus.SCHEDULED)
			.and("startsAt")
			.gt(now.minus(LONGEST))
			.lte(now)
			.and("endsAt")
			.gt(now);
		return this.shows.page(running, order(paging.sort()), paging);
	}

	private static Criteria criteria(Criteria criteria, ShowFilter filter, Instant after) {
		if (filter.movieId() != null) {
			criteria.and("film.movieId").is(filter.movieId());
		}
		if (filter.venueId() != null) {
			criteria.and("place.venueId").is(filter.venueId());
		}
		if (filter.city() != null) {
			criteria.and("place.cityKey").is(Keys.of(filter.city()));
		}
		if (filter.genre() != null) {
			criteria.and("film.genreKeys").is(Keys.of(filter.genre()));
		}
		if (filter.language() != null) {
			criteria.and("languageKey").is(Keys.of(filter.language()));
		}
		if (filter.format() != null) {
			criteria.and("format").is(filter.format());
		}
		Instant from = (filter.from() != null) ? filter.from() : Instant.EPOCH;
		Instant to = (filter.to() != null) ? filter.to() : null;
		if (filter.date() != null) {
			criteria.and("localDate").is(filter.date().toString());
			Instant end = LocalDays.latestEnd(filter.date());
			from = latest(from, LocalDays.earliestStart(filter.date()));
			to = (to == null || end.isBefore(to)) ? end : to;
		}
		Criteria start = criteria.and("startsAt");
		if (from.isAfter(after)) {
			start.gte(from);
		}
		else {
			start.gt(after);
		}
		return (to != null) ? start.lte(to) : start;
	}

	private static Instant latest(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

	private static Sort order(Sort wanted) {
		List<Sort.Order> orders = new ArrayList<>();
		for (Sort.Order order : wanted.isSorted() ? wanted : Sort.by("startsAt")) {
			orders.add(order.withProperty(STORED_NAMES.getOrDefault(order.getProperty(), order.getProperty())));
		}
		orders.add(new Sort.Order(orders.getLast().getDirection(), "_id"));
		return Sort.by(orders);
	}

}
