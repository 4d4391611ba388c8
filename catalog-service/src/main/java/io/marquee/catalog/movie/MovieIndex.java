package io.marquee.catalog.movie;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

import io.marquee.catalog.search.Filters;
import io.marquee.catalog.search.IndexEntry;
import io.marquee.catalog.search.LiveIndex;
import io.marquee.catalog.search.Orders;
import io.marquee.catalog.store.State;

/**
 * By what movies are found. Where a movie is shown is kept with it, so that asking for a
 * city costs no look at the shows.
 */
@Component
@Order(2)
class MovieIndex extends LiveIndex<Movie> {

	private static final Orders ORDERS = new Orders(Map.of("title", Orders.Kind.TEXT, "rating", Orders.Kind.DECIMAL,
			"releaseDate", Orders.Kind.NUMBER, "popularity", Orders.Kind.NUMBER),
			Sort.by(Sort.Order.desc("popularity")));

	private final Showings showings;

	private final Clock clock;

	MovieIndex(Movies movies, Showings showings, Clock clock, MeterRegistry meters) {
		super("movies", movies.stored(), ORDERS, clock, meters);
		this.showings = showings;
		this.clock = clock;
	}

	@EventListener
	void on(ShowingsChanged changed) {
		note(changed.movieIds());
	}

	@Override
	protected void prepare() {
		this.showings.catchUp();
	}

	@Override
	protected @Nullable IndexEntry entry(Movie movie) {
		if (movie.state() == State.DELETED) {
			return null;
		}
		MovieDetails details = movie.details();
		Showings.Showing showing = this.showings.of(movie.id());
		List<String> people = new ArrayList<>(details.directors());
		people.addAll(details.cast());
		IndexEntry entry = new IndexEntry(movie.id(), movie.version()).term("state", movie.state().name())
			.term("showing", String.valueOf(!showing.cities().isEmpty()))
			.facet("genre", details.genres())
			.facet("language", details.languages())
			.facet("city", showing.cities())
			.facet("format", showing.formats())
			.sortable("title", details.title())
			.number("popularity", details.popularity())
			.words(List.of(details.title(), details.originalTitle()), people);
		if (details.rating() != null) {
			entry.decimal("rating", details.rating().doubleValue());
		}
		if (details.releaseDate() != null) {
			entry.number("releaseDate", LocalDate.parse(details.releaseDate()).toEpochDay());
		}
		return entry;
	}

	Filters filters(MovieFilter filter) {
		Filters filters = new Filters().named("genre", filter.genre())
			.named("language", filter.language())
			.named("city", filter.city())
			.named("format", filter.format())
			.words(filter.q());
		if (filter.minRating() != null) {
			filters.atLeast("rating", filter.minRating().doubleValue());
		}
		if (filter.status() == MovieFilter.Status.NOW_SHOWING) {
			filters.is("showing", "true");
		}
		if (filter.status() == MovieFilter.Status.COMING_SOON) {
			filters.between("releaseDate", LocalDate.now(this.clock).toEpochDay() + 1, Long.MAX_VALUE);
		}
		return filters;
	}

}
