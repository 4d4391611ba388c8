package io.marquee.catalog.show;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.marquee.catalog.movie.Movie;
import io.marquee.catalog.store.Keys;
import io.marquee.catalog.venue.Screen;
import io.marquee.catalog.venue.SeatCategory;
import io.marquee.catalog.venue.SeatLayout;
import io.marquee.catalog.venue.Venue;
import io.marquee.platform.money.Money;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.FieldProblem;

/**
 * Checks a wish against the movie, venue and screen it names, and tells all that is wrong
 * with it at once.
 */
final class ShowChecks {

	private final Instant now;

	private final List<FieldProblem> problems = new ArrayList<>();

	ShowChecks(Instant now) {
		this.now = now;
	}

	Show.Plan plan(Wish wish, Movie movie, Venue venue, Screen screen) {
		Instant start = start(wish.startsAt(), venue);
		SaleWindow sale = sale(wish, venue, start);
		String language = language(wish.language(), movie.details().languages());
		SeatLayout layout = screen.seatLayout();
		Map<SeatCategory, Money> prices = prices(wish.prices(), layout.categories());
		if (start == null || !this.problems.isEmpty()) {
			throw ApiException.invalid(this.problems);
		}
		return new Show.Plan(Film.of(movie), Place.of(venue, screen), start, language, wish.format(), prices, layout,
				sale, wish.externalId());
	}

	private @Nullable Instant start(VenueTime wanted, Venue venue) {
		Instant start = moment("startsAt", wanted, venue);
		if (start != null && !start.isAfter(this.now)) {
			refuse("startsAt", "must be in the future");
		}
		return start;
	}

	private @Nullable SaleWindow sale(Wish wish, Venue venue, @Nullable Instant start) {
		Instant opens = moment("salesOpenAt", wish.salesOpenAt(), venue);
		Instant closes = moment("salesCloseAt", wish.salesCloseAt(), venue);
		if (closes != null && start != null && closes.isAfter(start)) {
			refuse("salesCloseAt", "must not be after the start");
		}
		Instant end = (closes != null) ? closes : start;
		if (opens != null && end != null && !opens.isBefore(end)) {
			refuse("salesOpenAt", "must be before " + ((closes != null) ? "salesCloseAt" : "the start"));
		}
		return (opens != null || closes != null) ? new SaleWindow(opens, closes) : null;
	}

	private @Nullable Instant moment(String field, @Nullable VenueTime time, Venue venue) {
		if (time == null) {
			return null;
		}
		try {
			return time.at(venue.zone()).truncatedTo(ChronoUnit.MILLIS);
		}
		catch (IllegalArgumentException ex) {
			refuse(field, String.valueOf(ex.getMessage()));
			return null;
		}
	}

	private String language(@Nullable String wanted, List<String> offered) {
		if (wanted == null) {
			return offered.getFirst();
		}
		return offered.stream()
			.filter((language) -> Keys.of(language).equals(Keys.of(wanted)))
			.findFirst()
			.orElseGet(() -> {
				refuse("language", "the movie is shown in " + String.join(", ", offered));
				return wanted;
			});
	}

	/** Prices of the categories the screen has, and of no other. */
	private Map<SeatCategory, Money> prices(Map<SeatCategory, Money> wanted, Set<SeatCategory> categories) {
		Map<SeatCategory, Money> prices = new EnumMap<>(SeatCategory.class);
		for (SeatCategory category : categories) {
			Money price = wanted.get(category);
			if (price == null && category == SeatCategory.WHEELCHAIR) {
				price = wanted.get(SeatCategory.REGULAR);
			}
			if (price == null) {
				refuse("prices." + category, "is required: the screen has such seats");
			}
			else if (price.amount().signum() <= 0) {
				refuse("prices." + category, "must be above zero");
			}
			else {
				prices.put(category, price);
			}
		}
		Set<String> currencies = prices.values().stream().map(Money::currency).collect(Collectors.toSet());
		if (currencies.size() > 1) {
			refuse("prices", "must all be in one currency");
		}
		return prices;
	}

	private void refuse(String field, String message) {
		this.problems.add(new FieldProblem(field, message));
	}

}
