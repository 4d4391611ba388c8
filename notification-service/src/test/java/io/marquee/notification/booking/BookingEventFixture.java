package io.marquee.notification.booking;

import java.time.Instant;
import java.util.List;

import io.marquee.platform.money.Money;

/**
 * Bookings in the words of the house.
 */
public final class BookingEventFixture {

	private BookingEventFixture() {
	}

	/** A late show in Mumbai, two seats. */
	public static BookingEvent lateShow() {
		return lateShowOf("Lagaan");
	}

	public static BookingEvent lateShowOf(String movie) {
		return new BookingEvent("booking-1", "MQ7K2P", "user-1", movie, "Regal Colaba", "Mumbai", "Screen 2",
				Instant.parse("2026-11-22T17:15:00Z"), "Asia/Kolkata", List.of("A1", "A2"), Money.of("1250.00", "INR"),
				"CONFIRMED", false, null, null);
	}

	/** The same, cancelled for a reason. */
	public static BookingEvent cancelled(String reason, Money refund, boolean paymentOpen) {
		BookingEvent show = lateShow();
		return new BookingEvent(show.bookingId(), show.bookingCode(), show.userId(), show.movieTitle(),
				show.venueName(), show.city(), show.screenName(), show.startsAt(), show.timeZone(), show.seats(),
				show.amount(), "CANCELLED", paymentOpen, reason, refund);
	}

	/** The same in another state. */
	public static BookingEvent in(String status) {
		BookingEvent show = lateShow();
		return new BookingEvent(show.bookingId(), show.bookingCode(), show.userId(), show.movieTitle(),
				show.venueName(), show.city(), show.screenName(), show.startsAt(), show.timeZone(), show.seats(),
				show.amount(), status, false, null, null);
	}

	public static String json(String bookingId, String userId) {
		return """
				{"bookingId":"%s","bookingCode":"MQ7K2P","userId":"%s","status":"CONFIRMED","showId":"show-1",
				 "movieId":"movie-1","movieTitle":"Lagaan","venueId":"venue-1","venueName":"Regal Colaba",
				 "city":"Mumbai","screenName":"Screen 2","startsAt":"2026-11-22T17:15:00Z","timeZone":"Asia/Kolkata",
				 "seats":["A1","A2"],"amount":{"amount":"1250.00","currency":"INR"},"discount":null,
				 "couponCode":null,"offerId":null,"paymentId":"pay-1","occurredAt":"2026-11-22T10:00:00Z",
				 "addedLater":true}""".formatted(bookingId, userId);
	}

}
