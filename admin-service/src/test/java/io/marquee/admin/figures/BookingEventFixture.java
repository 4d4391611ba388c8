package io.marquee.admin.figures;

import java.time.Instant;
import java.util.List;

import io.marquee.platform.money.Money;

/**
 * Bookings in the words of the house.
 */
public final class BookingEventFixture {

	private BookingEventFixture() {
	}

	/** Two seats for Lagaan at the Regal, 500 rupees. */
	public static BookingEvent twoSeats(String bookingId, Instant occurredAt) {
		return new BookingEvent(bookingId, "movie-1", "Lagaan", "venue-1", "Regal", List.of("A1", "A2"),
				Money.of("500.00", "INR"), null, occurredAt);
	}

	/** The same, of which some money goes back. */
	public static BookingEvent refunded(String bookingId, String refund, Instant occurredAt) {
		return new BookingEvent(bookingId, "movie-1", "Lagaan", "venue-1", "Regal", List.of("A1", "A2"),
				Money.of("500.00", "INR"), Money.of(refund, "INR"), occurredAt);
	}

	public static String json(String bookingId, String movieId, String amount, String refund, Instant occurredAt) {
		return json(bookingId, movieId, amount, occurredAt).replace("\"paymentId\"",
				"\"refund\":{\"amount\":\"%s\",\"currency\":\"INR\"},\"paymentId\"".formatted(refund));
	}

	public static String json(String bookingId, String movieId, String amount, Instant occurredAt) {
		return """
				{"bookingId":"%s","bookingCode":"MQ7K2P","userId":"user-1","status":"any","showId":"show-1",
				 "movieId":"%s","movieTitle":"Title of %s","venueId":"venue-1","venueName":"Regal","city":"Mumbai",
				 "screenName":"Screen 2","startsAt":"2026-11-22T17:15:00Z","timeZone":"Asia/Kolkata",
				 "seats":["A1","A2"],"amount":{"amount":"%s","currency":"INR"},"discount":null,"couponCode":null,
				 "offerId":null,"paymentId":null,"occurredAt":"%s"}""".formatted(bookingId, movieId, movieId, amount,
				occurredAt);
	}

}
