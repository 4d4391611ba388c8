package io.marquee.catalog.show.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

import io.marquee.catalog.movie.ImportingMovies;
import io.marquee.catalog.movie.Movie;
import io.marquee.catalog.show.ImportingShows;
import io.marquee.catalog.show.Show;
import io.marquee.catalog.store.Keys;
import io.marquee.catalog.transfer.Columns;
import io.marquee.catalog.transfer.ImportKind;
import io.marquee.catalog.transfer.ImportLine;
import io.marquee.catalog.transfer.ImportProblems;
import io.marquee.catalog.transfer.Planned;
import io.marquee.catalog.transfer.ReadingRequests;
import io.marquee.catalog.venue.ImportingVenues;
import io.marquee.catalog.venue.Screen;
import io.marquee.catalog.venue.Venue;
import io.marquee.platform.web.ApiException;

/**
 * Shows in a file. They name their movie and venue by external id or by id, and their
 * screen by id or name.
 */
@Component
class ShowLines implements ImportKind<Show> {

	private static final String MOVIE = "movieId";

	private static final String VENUE = "venueId";

	private static final String SCREEN = "screenId";

	private static final String CURRENCY = "currency";

	private final ImportingShows shows;

	private final ImportingMovies movies;

	private final ImportingVenues venues;

	private final ReadingRequests requests;

	ShowLines(ImportingShows shows, ImportingMovies movies, ImportingVenues venues, ReadingRequests requests) {
		this.shows = shows;
		this.movies = movies;
		this.venues = venues;
		this.requests = requests;
	}

	@Override
	public Columns columns() {
		return ShowColumns.ALL;
	}

	@Override
	public Map<String, Show> find(Collection<String> names) {
		return this.shows.find(names);
	}

	@Override
	public List<Planned<Show>> plan(List<ImportLine> lines, Map<String, Show> present, ImportProblems problems) {
		List<ObjectNode> fields = lines.stream().map((line) -> fields(line, present.get(line.externalId()))).toList();
		Map<String, Movie> named = this.movies.referredTo(names(fields, MOVIE));
		Map<String, Venue> places = this.venues.referredTo(names(fields, VENUE));
		List<Planned<Show>> planned = new ArrayList<>();
		for (int i = 0; i < lines.size(); i++) {
			ImportLine line = lines.get(i);
			ObjectNode content = fields.get(i);
			Movie movie = referred(line, content, MOVIE, named, problems);
			Venue venue = referred(line, content, VENUE, places, problems);
			if (movie != null) {
				content.put(MOVIE, movie.id());
			}
			if (venue != null) {
				content.put(VENUE, venue.id());
				useScreen(line, content, venue, problems);
			}
			Optional<ShowRequest> request = this.requests.read(line, content, ShowRequest.class, problems);
			if (request.isPresent() && movie != null && venue != null
					&& venue.screen(request.get().screenId()).isPresent()) {
				plan(line, present.get(line.externalId()), request.get(), movie, venue, problems)
					.ifPresent(planned::add);
			}
		}
		this.shows.checkOverlaps(planned, problems);
		return planned;
	}

	@Override
	public Map<String, ApiException> write(List<Planned<Show>> changes) {
		return this.shows.write(changes);
	}

	private Optional<Planned<Show>> plan(ImportLine line, @Nullable Show before, ShowRequest request, Movie movie,
			Venue venue, ImportProblems problems) {
		try {
			return Optional.of(new Planned<>(line, before, this.shows.planned(before, request.wish(), movie, venue)));
		}
		catch (ApiException ex) {
			problems.add(line, switch (ex.code()) {
				case "MOVIE_INACTIVE" -> MOVIE;
				case "VENUE_INACTIVE" -> VENUE;
				default -> "";
			}, ex);
			return Optional.empty();
		}
	}

	private ObjectNode fields(ImportLine line, @Nullable Show before) {
		ObjectNode content = line.content();
		JsonNode currency = content.remove(CURRENCY);
		if (currency != null && !currency.isNull()) {
			content.path("prices")
				.valueStream()
				.filter((price) -> price instanceof ObjectNode && !price.has(CURRENCY))
				.forEach((price) -> ((ObjectNode) price).set(CURRENCY, currency));
		}
		// Found by its own id, it keeps it.
		return (before != null)
				? line.over(this.requests.fields(ShowRequest.of(before))).put(Columns.EXTERNAL_ID, before.externalId())
				: content;
	}

	private static List<String> names(List<ObjectNode> fields, String field) {
		return fields.stream()
			.map((content) -> content.path(field).asString(""))
			.filter(Predicate.not(String::isBlank))
			.distinct()
			.toList();
	}

	private static <T> @Nullable T referred(ImportLine line, ObjectNode content, String field, Map<String, T> known,
			ImportProblems problems) {
		String name = content.path(field).asString("");
		T found = known.get(name);
		if (found == null && !name.isBlank()) {
			problems.add(line, field, "there is none with this external id or id");
		}
		return found;
	}

	private static void useScreen(ImportLine line, ObjectNode content, Venue venue, ImportProblems problems) {
		String name = content.path(SCREEN).asString("");
		List<Screen> screens = venue.details().screens();
		Optional<Screen> screen = venue.screen(name)
			.or(() -> screens.stream().filter((one) -> Keys.of(one.name()).equals(Keys.of(name))).findFirst());
		if (screen.isPresent()) {
			content.put(SCREEN, screen.get().id());
		}
		else if (!name.isBlank()) {
			problems.add(line, SCREEN,
					"the venue has no such screen; it has " + screens.stream().map(Screen::name).toList());
		}
	}

}
