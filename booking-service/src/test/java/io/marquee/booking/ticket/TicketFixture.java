package io.marquee.booking.ticket;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import io.marquee.platform.money.Money;

/** Tickets to test with. */
final class TicketFixture {

	static final String SECRET = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE";

	static final String CODE = "eyJraWQiOiIyMDI2IiwiYWxnIjoiSFMyNTYifQ." + "e30".repeat(50) + "." + "s".repeat(43);

	private static final Instant START = Instant.parse("2026-11-22T17:15:00Z");

	private TicketFixture() {
	}

	static Ticket of(String movie, String... seats) {
		return at("Regal Colaba", movie, seats);
	}

	static Ticket at(String venue, String movie, String... seats) {
		return new Ticket("bk_01kanpsv8jzq7w3m5n9x2c4r6t", "G3KU-NYTV", CODE, "show-1", movie, venue, "Mumbai",
				"Screen 2", START, START.plusSeconds(9000), "Asia/Kolkata", List.of(seats), Money.of("1250.00", "INR"),
				START.minusSeconds(36000), null);
	}

	static Ticket tenSeats() {
		return of("Everything Everywhere All at Once",
				IntStream.rangeClosed(1, 10).mapToObj((i) -> "AA" + i).toArray(String[]::new));
	}

}
