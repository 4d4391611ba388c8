package io.marquee.booking.offers;

import io.marquee.platform.money.Money;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Asks offers-service. */
@FeignClient(name = "offers-service")
interface OffersClient {

	@PostMapping("/internal/quotes")
	Quote quote(@RequestBody QuoteQuestion question);

	/** What a coupon would give for this. */
	record QuoteQuestion(String couponCode, String userId, Money amount, String showId, String movieId, String venueId,
			String city) {
	}

}
