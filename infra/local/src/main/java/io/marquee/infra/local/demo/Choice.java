package io.marquee.infra.local.demo;

import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;

/**
 * A show and two of its free seats.
 *
 * @param showId the show
 * @param title what is shown
 * @param startsAt when
 * @param seats the seats
 */
record Choice(String showId, String title, String startsAt, List<String> seats) {

	private static final int SEATS = 2;

	static Choice among(JsonNode shows, SeatMaps maps) throws IOException, InterruptedException {
		for (JsonNode show : shows.path("items")) {
			String id = show.path("id").asString();
			List<String> free = StreamSupport.stream(maps.of(id).path("seats").spliterator(), false)
				.filter((seat) -> seat.path("state").asString().equals("available"))
				.map((seat) -> seat.path("seat").asString())
				.limit(SEATS)
				.toList();
			if (free.size() == SEATS) {
				return new Choice(id, show.path("movieTitle").asString(show.path("movie").path("title").asString()),
						show.path("startsAt").asString(), free);
			}
		}
		throw new DemoFailure("No show has two free seats.", "catalog-service");
	}

	String text() {
		return this.title + ", " + this.startsAt + ", seats " + String.join(" and ", this.seats);
	}

	/**
	 * Where seat maps come from.
	 */
	@FunctionalInterface
	interface SeatMaps {

		JsonNode of(String showId) throws IOException, InterruptedException;

	}

}
