package io.marquee.offers.redemption.web;

import java.time.Instant;
import java.util.List;

import io.marquee.offers.redemption.Redemption;
import io.marquee.offers.redemption.ShowingRedemptions;
import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is held about a customer, for auth-service to show them.
 */
@RestController
class CustomerDataController {

	private static final int LIMIT = 500;

	private final ShowingRedemptions showing;

	CustomerDataController(ShowingRedemptions showing) {
		this.showing = showing;
	}

	@GetMapping("/internal/users/{id}/data")
	HeldPage data(@PathVariable String id, @RequestParam(defaultValue = "") String after) {
		List<Redemption> redemptions = this.showing.heldOf(id, after, LIMIT);
		return new HeldPage(redemptions.stream().map(HeldRedemption::of).toList(),
				(redemptions.size() == LIMIT) ? redemptions.getLast().bookingId() : null);
	}

	/**
	 * A page, and where it ends if there is another one.
	 */
	record HeldPage(List<HeldRedemption> items, @Nullable String next) {

	}

	/**
	 * A coupon in a booking.
	 */
	record HeldRedemption(String bookingId, String offerId, String couponCode, Money amount, Money discount,
			Redemption.State state, Instant createdAt, Instant updatedAt) {

		static HeldRedemption of(Redemption redemption) {
			return new HeldRedemption(redemption.bookingId(), redemption.offerId(), redemption.couponCode(),
					redemption.amount(), redemption.discount(), redemption.state(), redemption.createdAt(),
					redemption.updatedAt());
		}

	}

}
