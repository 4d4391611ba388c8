package io.marquee.offers.offer;

import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a coupon is held against. A customer who only wants to know what a coupon gives
 * names an amount and nothing else; what is not named is not judged.
 *
 * @param amount what would be paid without the coupon
 * @param tickets the cinema tickets it is for
 */
public record Purchase(Money amount, @Nullable Tickets tickets) {

	/**
	 * The tickets of a booking.
	 *
	 * @param movieId the movie
	 * @param venueId the venue
	 * @param city the venue's city
	 */
	public record Tickets(String movieId, String venueId, String city) {
	}

}
