package io.marquee.catalog.show;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Sort;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.marquee.catalog.movie.Showings;
import io.marquee.catalog.movie.ShowingsChanged;
import io.marquee.catalog.search.FacetCount;
import io.marquee.catalog.search.Filters;
import io.marquee.catalog.search.IndexEntry;
import io.marquee.catalog.search.LiveIndex;
import io.marquee.catalog.search.Orders;

/**
 * By what shows are found. Tells the movies when they may be shown elsewhere or
 * otherwise.
 */
@Component
@Order(1)
class ShowIndex extends LiveIndex<Show> {

	private static final Orders ORDERS = new Orders(
			Map.of("startsAt", Orders.Kind.NUMBER, "movieTitle", Orders.Kind.TEXT, "venueName", Orders.Kind.TEXT),
			Sort.by("startsAt"));

	private static final String MOVIE = "movie";

	private final Clock clock;

	private final ApplicationEventPublisher process;

	private Instant ticked;

	ShowIndex(Shows shows, Clock clock, MeterRegistry meters, ApplicationEventPublisher process) {
		super("shows", shows.stored(), ORDERS, clock, meters);
		this.clock = clock;
		this.process = process;
		this.ticked = clock.instant();
	}

	@Override
	protected @Nullable IndexEntry entry(Show show) {
		if (show.status() == ShowStatus.REMOVED) {
			return null;
		}
		return new IndexEntry(show.id(), show.version()).term("status", show.status().name())
			.term("onOffer", String.valueOf(show.onOffer()))
			.term("movieId", show.film().movieId())
			.term("venueId", show.place().venueId())
			.term("date", show.localDate())
			.facet(MOVIE, List.of(show.film().movieId()))
			.facet("genre", show.film().genres())
			.facet("language", List.of(show.language()))
			.facet("city", List.of(show.place().city()))
			.facet("format", List.of(show.format()))
			.number("startsAt", show.startsAt().toEpochMilli())
			.number("endsAt", show.endsAt().toEpochMilli())
			.sortable("movieTitle", show.film().title())
			.sortable("venueName", show.place().venueName());
	}

	static Filters filters(ShowFilter filter) {
		Filters filters = new Filters().is("movieId", filter.movieId())
			.is("venueId", filter.venueId())
			.is("date", (filter.date() != null) ? filter.date().toString() : null)
			.named("city", filter.city())
			.named("genre", filter.genre())
			.named("language", filter.language())
			.named("format", filter.format());
		if (filter.from() != null || filter.to() != null) {
			filters.between("startsAt", (filter.from() != null) ? filter.from().toEpochMilli() : Long.MIN_VALUE,
					(filter.to() != null) ? filter.to().toEpochMilli() : Long.MAX_VALUE);
		}
		return filters;
	}

	/**
	 * Scheduled, not begun, and its sale does not rest. Reckoned by the second, so that
	 * for a second all ask the same, which is counted once.
	 */
	static Filters toCome(Filters filters, Instant now) {
		long second = now.truncatedTo(ChronoUnit.SECONDS).toEpochMilli();
		return filters.is("onOffer", "true").between("startsAt", second + 1, Long.MAX_VALUE);
	}

	Showings.Showing showing(String movieId) {
		Map<String, List<FacetCount>> counts = count(toCome(new Filters().is("movieId", movieId), this.clock.instant()),
				List.of("city", "format"), null);
		return new Showings.Showing(values(counts, "city"), values(counts, "format"));
	}

	/** A show may have another movie now: both are told. */
	@Override
	protected void around(Collection<String> ids, Runnable put) {
		Filters these = new Filters().in("id", ids);
		Set<String> movies = movies(these);
		put.run();
		movies.addAll(movies(these));
		this.process.publishEvent(new ShowingsChanged(movies));
	}

	/** Once a show has begun, its movie may have no show to come where it was. */
	@Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
	void tick() {
		Instant now = this.clock.instant();
		Set<String> movies = movies(
				new Filters().between("startsAt", this.ticked.toEpochMilli() + 1, now.toEpochMilli()));
		this.ticked = now;
		this.process.publishEvent(new ShowingsChanged(movies));
	}

	private Set<String> movies(Filters filters) {
		return new HashSet<>(values(count(filters, List.of(MOVIE), null), MOVIE));
	}

	private static List<String> values(Map<String, List<FacetCount>> counts, String facet) {
		return counts.getOrDefault(facet, List.of()).stream().map(FacetCount::value).collect(Collectors.toList());
	}

}
