package io.marquee.catalog.show;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Service;

import io.marquee.catalog.movie.FindingMovies;
import io.marquee.catalog.movie.Movie;
import io.marquee.catalog.store.Keys;
import io.marquee.catalog.transfer.ImportProblems;
import io.marquee.catalog.transfer.Planned;
import io.marquee.catalog.venue.FindingVenues;
import io.marquee.catalog.venue.SeatCategory;
import io.marquee.catalog.venue.Venue;
import io.marquee.platform.money.Money;
import io.marquee.platform.web.ApiException;

/**
 * Many shows at once, in and out.
 */
@Service
public class ImportingShows {

	private final Shows shows;

	private final CheckingShows checking;

	private final SchedulingShows scheduling;

	private final ImportedOverlaps overlaps;

	private final FindingMovies movies;

	private final FindingVenues venues;

	private final Clock clock;

	ImportingShows(Shows shows, CheckingShows checking, SchedulingShows scheduling, ImportedOverlaps overlaps,
			FindingMovies movies, FindingVenues venues, Clock clock) {
		this.shows = shows;
		this.checking = checking;
		this.scheduling = scheduling;
		this.overlaps = overlaps;
		this.movies = movies;
		this.venues = venues;
		this.clock = clock;
	}

	/**
	 * Finds shows by external id, or by id if they have none.
	 * @param names the ids
	 * @return those that are there, without their layouts, by the id they were found by;
	 * removed ones are not: who heard of it may have refunded them, so another takes
	 * their place
	 */
	public Map<String, Show> find(Collection<String> names) {
		Map<String, Show> found = this.shows.stored().named("externalId", Show::externalId, names, "layout", "takenBy");
		found.values().removeIf((show) -> show.status() == ShowStatus.REMOVED);
		return found;
	}

	/**
	 * What a show comes to.
	 * @param before what is there
	 * @param wish what it should be
	 * @param movie its movie
	 * @param venue its venue
	 * @return the show, not stored; the one that is there if nothing is new
	 * @throws ApiException if it cannot be so
	 */
	public Show planned(@Nullable Show before, Wish wish, Movie movie, Venue venue) {
		if (before == null) {
			return this.scheduling.planned(this.checking.check(wish, movie, venue));
		}
		return isFulfilled(wish, before, venue.zone()) ? before
				: this.scheduling.replanned(before, this.checking.check(wish, movie, venue));
	}

	/**
	 * Looks for shows that would share a screen.
	 * @param planned what the lines come to
	 * @param problems takes what is wrong with them
	 */
	public void checkOverlaps(List<Planned<Show>> planned, ImportProblems problems) {
		this.overlaps.check(planned, problems);
	}

	/**
	 * Writes what was planned.
	 * @param changes the writes
	 * @return why not, by id, for those that were not written
	 */
	public Map<String, ApiException> write(List<Planned<Show>> changes) {
		releaseNames(changes);
		Map<String, ApiException> failures = new LinkedHashMap<>();
		for (List<Planned<Show>> step : new ImportOrder(changes).steps()) {
			failures.putAll(this.shows.stored().writeAll(step.stream().map(Planned::change).toList()));
		}
		failures.putAll(withdrawn(
				changes.stream().map(Planned::after).filter((show) -> !failures.containsKey(show.id())).toList()));
		return failures;
	}

	/**
	 * Scheduled shows that begin from some moment on.
	 * @param filter the venue, the movie, and the times they begin between; from now on
	 * if it names none
	 * @return the shows without their layouts, to be closed
	 */
	public Stream<Show> scheduled(ShowFilter filter) {
		Criteria criteria = Criteria.where("status").is(ShowStatus.SCHEDULED);
		if (filter.venueId() != null) {
			criteria.and("place.venueId").is(filter.venueId());
		}
		if (filter.movieId() != null) {
			criteria.and("film.movieId").is(filter.movieId());
		}
		Criteria start = criteria.and("startsAt")
			.gte(Objects.requireNonNullElseGet(filter.from(), this.clock::instant));
		if (filter.to() != null) {
			start.lte(filter.to());
		}
		return this.shows.stored().stream(criteria, "layout", "slots", "takenBy");
	}

	private static boolean isFulfilled(Wish wish, Show show, ZoneId zone) {
		return wish.movieId().equals(show.film().movieId()) && wish.venueId().equals(show.place().venueId())
				&& wish.screenId().equals(show.place().screenId()) && isAt(wish.startsAt(), show.startsAt(), zone)
				&& (wish.language() == null || Keys.of(wish.language()).equals(show.languageKey()))
				&& wish.format().equals(show.format()) && costs(wish.prices(), show.prices())
				&& isAt(wish.salesOpenAt(), (show.sale() != null) ? show.sale().opensAt() : null, zone)
				&& isAt(wish.salesCloseAt(), (show.sale() != null) ? show.sale().closesAt() : null, zone);
	}

	private static boolean isAt(@Nullable VenueTime wanted, @Nullable Instant moment, ZoneId zone) {
		try {
			return Objects.equals((wanted != null) ? wanted.at(zone).truncatedTo(ChronoUnit.MILLIS) : null, moment);
		}
		catch (IllegalArgumentException | DateTimeException ex) {
			return false;
		}
	}

	private static boolean costs(Map<SeatCategory, Money> wanted, Map<SeatCategory, Money> prices) {
		return prices.entrySet().stream().allMatch((price) -> {
			Money named = wanted.get(price.getKey());
			return price.getValue()
				.equals((named == null && price.getKey() == SeatCategory.WHEELCHAIR) ? wanted.get(SeatCategory.REGULAR)
						: named);
		});
	}

	/** Shows that were removed have no more use for what they are called elsewhere. */
	private void releaseNames(List<Planned<Show>> changes) {
		List<String> names = changes.stream()
			.filter((change) -> change.before() == null)
			.map((change) -> change.line().externalId())
			.toList();
		this.shows.stored()
			.all(Criteria.where("externalId").in(names).and("status").is(ShowStatus.REMOVED), Sort.unsorted())
			.forEach((removed) -> this.shows.stored().replace(removed, removed.nameless(now())));
	}

	/**
	 * As one show that is scheduled: its movie or venue may have been deleted meanwhile.
	 */
	private Map<String, ApiException> withdrawn(List<Show> written) {
		Map<String, ApiException> gone = new LinkedHashMap<>();
		written.stream().map((show) -> show.film().movieId()).distinct().forEach((id) -> ifGone(id, () -> {
			this.movies.any(id);
		}, gone));
		written.stream().map((show) -> show.place().venueId()).distinct().forEach((id) -> ifGone(id, () -> {
			this.venues.any(id);
		}, gone));
		Map<String, ApiException> withdrawn = new LinkedHashMap<>();
		for (Show show : written) {
			ApiException why = gone.getOrDefault(show.film().movieId(), gone.get(show.place().venueId()));
			if (why != null) {
				this.shows.stored().replace(show, show.in(ShowStatus.REMOVED, null, now()));
				withdrawn.put(show.id(), why);
			}
		}
		return withdrawn;
	}

	private static void ifGone(String id, Runnable find, Map<String, ApiException> gone) {
		try {
			find.run();
		}
		catch (ApiException ex) {
			gone.put(id, ex);
		}
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
