package io.marquee.notification.booking;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.marquee.platform.money.Money;

/**
 * What this service reads of a booking's events.
 *
 * @param bookingId the booking
 * @param bookingCode what the customer shows at the door
 * @param userId the customer
 * @param movieTitle the film
 * @param venueName the cinema
 * @param city its city
 * @param screenName the screen
 * @param startsAt when the show starts
 * @param timeZone the cinema's time zone
 * @param seats the seats
 * @param amount what was paid
 */
public record BookingEvent(String bookingId, String bookingCode, String userId, String movieTitle, String venueName,
		String city, String screenName, Instant startsAt, String timeZone, List<String> seats, Money amount) {

	/**
	 * Refuses an event that lacks what a customer must be told.
	 */
	public BookingEvent {
		Stream.of(bookingId, bookingCode, userId, movieTitle, venueName, startsAt, timeZone, seats, amount)
			.forEach(Objects::requireNonNull);
	}

}
