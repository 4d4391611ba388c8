package io.marquee.offers.offer.web;

import io.marquee.offers.offer.Purchase;
import io.marquee.offers.offer.Quote;
import io.marquee.offers.offer.QuotingCoupons;
import io.marquee.platform.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers booking-service, which alone knows what the seats cost.
 */
@RestController
class QuoteController {

	private final QuotingCoupons quoting;

	QuoteController(QuotingCoupons quoting) {
		this.quoting = quoting;
	}

	@PostMapping("/internal/quotes")
	Quote quote(@Valid @RequestBody QuoteRequest request) {
		return this.quoting.byCode(request.couponCode(), new Purchase(request.amount(),
				new Purchase.Tickets(request.movieId(), request.venueId(), request.city())));
	}

	record QuoteRequest(@NotBlank String couponCode, @NotBlank String userId, @NotNull Money amount, String showId,
			@NotBlank String movieId, @NotBlank String venueId, @NotBlank String city) {
	}

}
