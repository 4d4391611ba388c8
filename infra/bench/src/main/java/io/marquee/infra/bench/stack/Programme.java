package io.marquee.infra.bench.stack;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.marquee.infra.bench.http.Answer;
import io.marquee.infra.bench.http.Connection;

/** Puts shows on sale, as an administrator does. */
public final class Programme {

	private static final int ROW = 50;

	/** The longest a movie may be, and the cleaning after it. */
	private static final Duration SLOT = Duration.ofHours(3);

	private final Stack stack;

	public Programme(Stack stack) {
		this.stack = stack;
	}

	/**
	 * Schedules shows, one after the other in one screen.
	 * @param count how many
	 * @param seats seats of each, all of one category
	 * @param firstIn how long until the first one begins
	 * @return the shows
	 */
	public List<OpenShow> schedule(int count, int seats, Duration firstIn) {
		Map<String, String> headers = Map.of("Authorization", "Bearer " + this.stack.mint().admin());
		try (Connection connection = new Connection(this.stack.catalogPort())) {
			String movie = created(connection.send("POST", "/api/v1/admin/movies", headers,
					"""
							{"title":"Bench","languages":["Hindi"],"genres":["Drama"],"durationMinutes":120,"certificate":"UA"}"""))
				.data("id");
			Answer venue = created(connection.send("POST", "/api/v1/admin/venues", headers, """
					{"name":"Bench %d","address":"1 Road","city":"Testpur","coordinates":{"lat":20.0,"lng":80.0},
					"timeZone":"Asia/Kolkata","screens":[{"name":"One","layout":[%s]}]}""".formatted(System.nanoTime(),
					layout(seats))));
			String screen = venue.json().at("/data/screens/0/id").asString();
			Instant first = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(firstIn);
			List<OpenShow> shows = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				Answer show = created(connection.send("POST", "/api/v1/admin/shows", headers, """
						{"movieId":"%s","venueId":"%s","screenId":"%s","startsAt":"%s","language":"Hindi",
						"format":"2D","prices":{"REGULAR":{"amount":"200.00","currency":"INR"}}}""".formatted(movie,
						venue.data("id"), screen, first.plus(SLOT.multipliedBy(i)))));
				shows.add(new OpenShow(show.data("id"), seats(seats)));
			}
			return shows;
		}
	}

	private static Answer created(Answer answer) {
		if (answer.status() != 201) {
			throw new IllegalStateException("The catalogue says " + answer);
		}
		return answer;
	}

	private static String layout(int seats) {
		return IntStream.rangeClosed(0, (seats - 1) / ROW)
			.mapToObj((row) -> "\"" + label(row) + ": " + "R".repeat(Math.min(ROW, seats - row * ROW)) + "\"")
			.collect(Collectors.joining(","));
	}

	private static List<String> seats(int count) {
		return IntStream.range(0, count).mapToObj((i) -> label(i / ROW) + (i % ROW + 1)).toList();
	}

	private static String label(int row) {
		return (row < 26) ? String.valueOf((char) ('A' + row)) : "A" + (char) ('A' + row - 26);
	}

	/**
	 * A show on sale.
	 *
	 * @param id its id
	 * @param seats its seats by name
	 */
	public record OpenShow(String id, List<String> seats) {

	}

}
