package io.marquee.catalog.show;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

import io.marquee.catalog.search.Filters;
import io.marquee.catalog.search.FoundPage;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.PageView;
import io.marquee.platform.web.Paging;

/**
 * Finds shows. Public lists hold what one can still go to: scheduled, on offer and not
 * begun.
 */
@Service
public class FindingShows {

	private final Shows shows;

	private final ShowIndex index;

	private final Clock clock;

	FindingShows(Shows shows, ShowIndex index, Clock clock) {
		this.shows = shows;
		this.index = index;
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
	 * @param facets what to count over all of them: genre, language, city, format
	 * @param paging the page; without an order, by start
	 * @return the page
	 */
	public FoundPage<Show> list(ShowFilter filter, Set<String> facets, Paging paging) {
		Instant now = this.clock.instant();
		return this.index.find(ShowIndex.toCome(ShowIndex.filters(filter), now), facets, paging,
				(show) -> show.onOffer() && show.startsAt().isAfter(now));
	}

	/**
	 * Shows for the administration.
	 * @param filter which
	 * @param status in which status at this moment; null for any
	 * @param facets what to count over all of them
	 * @param paging the page; without an order, by start
	 * @return the page; past, cancelled and suspended ones included
	 */
	public FoundPage<Show> any(ShowFilter filter, @Nullable ShowStatus status, Set<String> facets, Paging paging) {
		Filters filters = ShowIndex.filters(filter);
		long now = this.clock.instant().toEpochMilli();
		// Nobody has to say that a show is over.
		Filters over = new Filters().is("status", ShowStatus.SCHEDULED.name()).between("endsAt", Long.MIN_VALUE, now);
		if (status == ShowStatus.SCHEDULED) {
			filters.is("status", status.name()).between("endsAt", now + 1, Long.MAX_VALUE);
		}
		else if (status == ShowStatus.COMPLETED) {
			filters.either(over, new Filters().is("status", status.name()));
		}
		else if (status != null) {
			filters.is("status", status.name());
		}
		return this.index.find(filters, facets, paging, (show) -> show.status() != ShowStatus.REMOVED);
	}

	/**
	 * The shows that are running at this moment.
	 * @param paging the page
	 * @return the page
	 */
	public PageView<Show> nowPlaying(Paging paging) {
		Instant now = this.clock.instant();
		Filters running = new Filters().is("status", ShowStatus.SCHEDULED.name())
			.between("startsAt", Long.MIN_VALUE, now.toEpochMilli())
			.between("endsAt", now.toEpochMilli() + 1, Long.MAX_VALUE);
		return this.index.find(running, Set.of(), paging, (show) -> show.statusAt(now) == ShowStatus.SCHEDULED).plain();
	}

	/**
	 * How many shows there are.
	 * @return the count, past and cancelled ones included
	 */
	public long count() {
		return this.index.count(new Filters());
	}

	/**
	 * How many shows are to come.
	 * @return scheduled ones that have not begun
	 */
	public long countToCome() {
		return this.index.count(new Filters().is("status", ShowStatus.SCHEDULED.name())
			.between("startsAt", this.clock.instant().toEpochMilli() + 1, Long.MAX_VALUE));
	}

}
