package io.marquee.booking.offers;

import io.marquee.booking.catalog.Show;
import io.marquee.platform.money.Money;
import org.springframework.stereotype.Component;

/** What coupons give. */
@Component
public class Quotes {

	private final OffersClient offers;

	Quotes(OffersClient offers) {
		this.offers = offers;
	}

	/**
	 * What a coupon gives for these seats.
	 * @param couponCode the coupon
	 * @param userId who books
	 * @param amount what the seats cost
	 * @param show the show
	 * @return the quote
	 * @throws io.marquee.platform.web.ApiException if the coupon does not apply, or
	 * offers cannot be asked
	 */
	public Quote quote(String couponCode, String userId, Money amount, Show show) {
		return this.offers.quote(new OffersClient.QuoteQuestion(couponCode.strip(), userId, amount, show.id(),
				show.movieId(), show.venueId(), show.city()));
	}

}
