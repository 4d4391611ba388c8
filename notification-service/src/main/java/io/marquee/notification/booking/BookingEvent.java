package io.marquee.notification.booking;

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
 * @param status where the booking stands
 * @param paymentOpen whether money may still come
 * @param reason why it was cancelled, if it was
 * @param refund what goes back or went back, if anything
 */
public record BookingEvent(String bookingId, String bookingCode, String userId, String movieTitle, String venueName,
		String city, String screenName, Instant startsAt, String timeZone, List<String> seats, Money amount,
		@Nullable String status, @Nullable Boolean paymentOpen, @Nullable String reason, @Nullable Money refund) {

	/**
	 * Whether the cinema cancelled the show.
	 * @return whether it did
	 */
	boolean showIsOff() {
		return "SHOW_CANCELLED".equals(this.reason);
	}

	/**
	 * Whether the seats are still held, so that it can be paid another way.
	 * @return whether they are
	 */
	boolean isHeld() {
		return "HELD".equals(this.status);
	}

	/**
	 * Refuses an event that lacks what a customer must be told.
	 */
	public BookingEvent {
		Stream.of(bookingId, bookingCode, userId, movieTitle, venueName, startsAt, timeZone, seats, amount)
			.forEach(Objects::requireNonNull);
	}

}
