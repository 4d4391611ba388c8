package io.marquee.infra.bench.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.marquee.infra.bench.http.Answer;
import io.marquee.infra.bench.http.Connection;
import tools.jackson.databind.JsonNode;

/**
 * What one can ask a catalogue for, read from its own lists.
 *
 * @param movies ids of movies
 * @param titles titles of movies
 * @param genres genres of movies
 * @param venues ids of venues
 * @param places where venues are, as {@code lat,lng}
 * @param cities cities with venues
 * @param shows ids of shows
 * @param shown ids of movies with shows
 * @param playing ids of venues with shows
 * @param days local days with shows
 */
record Sample(List<String> movies, List<String> titles, List<String> genres, List<String> venues, List<String> places,
		List<String> cities, List<String> shows, List<String> shown, List<String> playing, List<String> days) {

	/**
	 * Enough for no two requests of a round to be the same where the catalogue is large.
	 */
	private static final int PAGES = 5;

	static Sample of(int gateway) {
		try (Connection connection = new Connection(gateway)) {
			List<JsonNode> movies = list(connection, "/api/v1/user/movies");
			List<JsonNode> venues = list(connection, "/api/v1/user/venues");
			List<JsonNode> shows = list(connection, "/api/v1/user/shows");
			List<JsonNode> cities = new ArrayList<>();
			get(connection, "/api/v1/user/cities").forEach(cities::add);
			Set<String> genres = new LinkedHashSet<>();
			movies.forEach((movie) -> movie.path("genres").forEach((genre) -> genres.add(genre.asString())));
			List<String> places = venues.stream()
				.map((venue) -> venue.path("coordinates"))
				.map((at) -> at.path("lat").asString() + "," + at.path("lng").asString())
				.toList();
			return new Sample(texts(movies, "id"), texts(movies, "title"), List.copyOf(genres), texts(venues, "id"),
					places, texts(cities, "city"), texts(shows, "id"), texts(shows, "movieId"), texts(shows, "venueId"),
					texts(shows, "localDate"));
		}
	}

	private static List<JsonNode> list(Connection connection, String path) {
		List<JsonNode> all = new ArrayList<>();
		for (int page = 1; page <= PAGES; page++) {
			get(connection, path + "?limit=100&page=" + page).path("items").forEach(all::add);
		}
		return all;
	}

	private static JsonNode get(Connection connection, String path) {
		Answer answer = connection.send("GET", path, Map.of(), "");
		if (answer.status() != 200) {
			throw new IllegalStateException(path + " says " + answer);
		}
		return answer.json().path("data");
	}

	private static List<String> texts(List<JsonNode> all, String field) {
		return all.stream().map((one) -> one.path(field).asString()).distinct().toList();
	}

}
