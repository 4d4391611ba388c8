package io.marquee.e2e;

import java.time.Duration;
import java.util.List;

import tools.jackson.databind.JsonNode;

import static org.awaitility.Awaitility.await;

/**
 * The box office as tests use it: a show with free seats, and the mailbox.
 */
final class Box {

	private final Suite suite;

	Box(Suite suite) {
		this.suite = suite;
	}

	/** A show of tomorrow or later, so that no test runs into its cut-off. */
	String show(int page) {
		Api.Answer shows = Api.at(this.suite.gateway())
			.get("/api/v1/user/shows?limit=1&page=" + page + "&from="
					+ java.time.Instant.now().plus(Duration.ofDays(1)));
		if (shows.status() != 200 || shows.data("items/0").isMissingNode()) {
			throw new IllegalStateException("No show: " + shows);
		}
		return shows.data("items/0/id").asString();
	}

	/** Free seats of a show. */
	List<String> freeSeats(String showId, int count) {
		Api.Answer map = Api.at(this.suite.gateway()).get("/api/v1/bookings/seats/" + showId);
		List<String> free = map.data("seats")
			.values()
			.stream()
			.filter((seat) -> seat.path("state").asString("").equals("available"))
			.map((seat) -> seat.path("seat").asString())
			.limit(count)
			.toList();
		if (free.size() < count) {
			throw new IllegalStateException("Not enough free seats: " + map);
		}
		return free;
	}

	/** Mails to an address whose text contains something. */
	List<JsonNode> mails(String to, String text) {
		return Api.at(this.suite.address(8025))
			.get("/api/messages?to=" + to)
			.body()
			.values()
			.stream()
			.filter((mail) -> mail.toString().contains(text))
			.toList();
	}

	/** Waits for such a mail. */
	JsonNode awaitMail(String to, String text) {
		await().atMost(Duration.ofSeconds(30)).until(() -> !mails(to, text).isEmpty());
		return mails(to, text).getFirst();
	}

}
