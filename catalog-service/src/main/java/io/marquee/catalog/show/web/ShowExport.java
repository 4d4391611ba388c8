package io.marquee.catalog.show.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

import io.marquee.catalog.movie.ImportingMovies;
import io.marquee.catalog.show.ImportingShows;
import io.marquee.catalog.show.Show;
import io.marquee.catalog.show.ShowFilter;
import io.marquee.catalog.transfer.Columns;
import io.marquee.catalog.transfer.ReadingRequests;
import io.marquee.catalog.venue.ImportingVenues;

/**
 * Shows as they are exported: with the names under which their movies and venues are
 * exported, and their screens by name, so that they can be imported elsewhere.
 */
@Component
class ShowExport {

	private final ImportingShows shows;

	private final ImportingMovies movies;

	private final ImportingVenues venues;

	private final ReadingRequests requests;

	ShowExport(ImportingShows shows, ImportingMovies movies, ImportingVenues venues, ReadingRequests requests) {
		this.shows = shows;
		this.movies = movies;
		this.venues = venues;
		this.requests = requests;
	}

	Stream<ObjectNode> lines(ShowFilter filter) {
		Map<String, String> known = new HashMap<>();
		UnaryOperator<String> movie = (id) -> known.computeIfAbsent(id, this::movie);
		UnaryOperator<String> venue = (id) -> known.computeIfAbsent(id, this::venue);
		return this.shows.scheduled(filter).map((show) -> line(show, movie, venue));
	}

	private ObjectNode line(Show show, UnaryOperator<String> movie, UnaryOperator<String> venue) {
		return this.requests.fields(ShowRequest.of(show))
			.put(Columns.EXTERNAL_ID, Objects.requireNonNullElse(show.externalId(), show.id()))
			.put("movieId", movie.apply(show.film().movieId()))
			.put("venueId", venue.apply(show.place().venueId()))
			.put("screenId", show.place().screenName());
	}

	/** One that was deleted at this moment goes by its id. */
	private String movie(String id) {
		return Optional.ofNullable(this.movies.referredTo(List.of(id)).get(id))
			.map((movie) -> movie.details().externalId())
			.orElse(id);
	}

	private String venue(String id) {
		return Optional.ofNullable(this.venues.referredTo(List.of(id)).get(id))
			.map((venue) -> venue.details().externalId())
			.orElse(id);
	}

}
