package io.marquee.admin.figures;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of a booking's events.
 *
 * @param bookingId the booking
 * @param movieId the film
 * @param movieTitle its title
 * @param venueId the cinema
 * @param venueName its name
 * @param seats the seats
 * @param amount what they cost
 * @param refund what goes back or went back, if the event is about that
 * @param occurredAt when it happened
 */
public record BookingEvent(String bookingId, String movieId, String movieTitle, String venueId, String venueName,
		List<String> seats, Money amount, @Nullable Money refund, Instant occurredAt) {

	/**
	 * Refuses an event that cannot be counted.
	 */
	public BookingEvent {
		Stream.of(bookingId, movieId, movieTitle, venueId, venueName, seats, amount, occurredAt)
			.forEach(Objects::requireNonNull);
	}

}
