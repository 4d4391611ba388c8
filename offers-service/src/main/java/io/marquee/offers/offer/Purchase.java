package io.marquee.offers.offer;

import java.util.List;

import io.marquee.platform.money.Money;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.FieldProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * What a coupon is held against. A customer who only wants to know what a coupon gives
 * names an amount and nothing else; what is not named is not judged.
 *
 * @param amount what would be paid without the coupon
 * @param tickets the cinema tickets it is for
 */
public record Purchase(Money amount, @Nullable Tickets tickets) {

	/**
	 * Refuses an amount below nothing.
	 */
	public Purchase {
		if (amount.isNegative()) {
			throw new ApiException(HttpStatus.BAD_REQUEST, "VALIDATION_FAILED", "The amount is not valid.",
					List.of(new FieldProblem("amount", "must not be negative")));
		}
	}

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
