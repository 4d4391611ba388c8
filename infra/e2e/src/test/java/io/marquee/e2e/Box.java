package io.marquee.e2e;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import static org.awaitility.Awaitility.await;

/**
 * The box office as tests use it: a show with free seats, and the mailbox.
 */
final class Box {

	private static final Pattern SIX_DIGITS = Pattern.compile("\\b(\\d{6})\\b");

	private static final String CODE_MAIL = "Your Marquee code";

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

	/** The code of the newest such mail to an address, once there are that many. */
	String awaitCode(String to, int mail) {
		await().atMost(Duration.ofSeconds(30)).until(() -> mails(to, CODE_MAIL).size() >= mail);
		Matcher code = SIX_DIGITS.matcher(mails(to, CODE_MAIL).stream()
			.max(Comparator.comparing((JsonNode newest) -> newest.path("date").asString()))
			.orElseThrow()
			.path("text")
			.asString());
		if (!code.find()) {
			throw new IllegalStateException("No code in the mail");
		}
		return code.group(1);
	}

}
