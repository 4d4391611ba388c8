package io.marquee.catalog.show;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

import io.marquee.catalog.movie.FindingMovies;
import io.marquee.catalog.movie.Movie;
import io.marquee.catalog.venue.FindingVenues;
import io.marquee.catalog.venue.Venue;
import io.marquee.platform.web.ApiException;

/**
 * Puts a movie on several screens, days and times at once. What cannot be scheduled does
 * not keep the rest from it.
 */
@Service
public class BulkScheduling {

	/** The most shows one request may wish for. */
	public static final int MOST = 1000;

	private final CheckingShows checking;

	private final SchedulingShows scheduling;

	private final FindingMovies movies;

	private final FindingVenues venues;

	BulkScheduling(CheckingShows checking, SchedulingShows scheduling, FindingMovies movies, FindingVenues venues) {
		this.checking = checking;
		this.scheduling = scheduling;
		this.movies = movies;
		this.venues = venues;
	}

	/**
	 * Schedules each show that can be.
	 * @param wishes what somebody wants to show
	 * @return what became of each, screen by screen, day by day
	 */
	public List<Result> schedule(Wishes wishes) {
		return each(wishes, (plan) -> this.scheduling.schedule(UUID.randomUUID().toString(), plan));
	}

	/**
	 * Says what {@link #schedule} would do now, and writes nothing.
	 * @param wishes what somebody wants to show
	 * @return what would become of each
	 */
	public List<Result> rehearse(Wishes wishes) {
		Map<String, Show> taken = new HashMap<>();
		return each(wishes, (plan) -> {
			Show show = this.scheduling.planned(plan);
			List<String> slots = (show.slots() != null) ? show.slots() : List.of();
			Optional<Show> other = slots.stream().filter(taken::containsKey).map(taken::get).findFirst();
			other = other.isPresent() ? other : this.scheduling.inTheWayOf(show);
			if (other.isPresent()) {
				throw this.scheduling.overlap(other);
			}
			slots.forEach((slot) -> taken.put(slot, show));
			return show;
		});
	}

	private List<Result> each(Wishes wishes, Step step) {
		Movie movie = this.movies.any(wishes.common().movieId());
		Venue venue = this.venues.any(wishes.common().venueId());
		for (String screen : wishes.screens()) {
			if (venue.screen(screen).isEmpty()) {
				throw new ApiException(HttpStatus.NOT_FOUND, "SCREEN_NOT_FOUND", "The venue has no screen " + screen);
			}
		}
		List<Result> results = new ArrayList<>();
		for (String screen : wishes.screens()) {
			for (LocalDate date : wishes.dates()) {
				for (LocalTime time : wishes.times()) {
					results.add(one(wishes.at(screen, date.atTime(time)), movie, venue, step));
				}
			}
		}
		return results;
	}

	private Result one(Wish wish, Movie movie, Venue venue, Step step) {
		LocalDateTime local = wish.startsAt().local();
		try {
			return new Result(wish.screenId(), local, Optional.of(step.take(this.checking.check(wish, movie, venue))),
					Optional.empty());
		}
		catch (ApiException ex) {
			return new Result(wish.screenId(), local, Optional.empty(), Optional.of(ex));
		}
	}

	private interface Step {

		Show take(Show.Plan plan);

	}

	/**
	 * The same show on each screen, on each day, at each time.
	 *
	 * @param common what all have in common; its screen and start do not count
	 * @param screens the screens
	 * @param dates the days at the venue
	 * @param times the local times
	 */
	public record Wishes(Wish common, Set<String> screens, Set<LocalDate> dates, Set<LocalTime> times) {

		/**
		 * How many shows that is.
		 * @return the count
		 */
		public int count() {
			return this.screens.size() * this.dates.size() * this.times.size();
		}

		private Wish at(String screen, LocalDateTime local) {
			return new Wish(this.common.movieId(), this.common.venueId(), screen, new VenueTime(local, null),
					this.common.language(), this.common.format(), this.common.prices(), this.common.salesOpenAt(),
					this.common.salesCloseAt(), null);
		}

	}

	/**
	 * What became of one wish.
	 *
	 * @param screenId the screen
	 * @param local the venue's date and time
	 * @param show the show, if it could be scheduled
	 * @param refusal why it could not
	 */
	public record Result(String screenId, LocalDateTime local, Optional<Show> show, Optional<ApiException> refusal) {

	}

}
