package io.marquee.offers.redemption.web;

import java.util.List;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import io.marquee.offers.offer.CouponProblems;
import io.marquee.offers.offer.Purchase;
import io.marquee.offers.offer.Quote;
import io.marquee.offers.offer.QuotingCoupons;
import io.marquee.offers.redemption.Redemption;
import io.marquee.offers.redemption.ReportingUsage;
import io.marquee.offers.redemption.Usage;
import io.marquee.platform.money.Money;
import io.marquee.platform.security.CurrentUser;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.FieldProblem;

/**
 * Tells customers what a coupon gives, and administrators how it is used.
 */
@RestController
class CouponController {

	private final QuotingCoupons quoting;

	private final ReportingUsage reporting;

	CouponController(QuotingCoupons quoting, ReportingUsage reporting) {
		this.quoting = quoting;
		this.reporting = reporting;
	}

	/**
	 * A coupon is applied when seats are held, because the price is fixed from then on: a
	 * booking that has it hears what it gives, any other is told how to get it.
	 */
	@PostMapping("/api/v1/user/offers/{id}/use")
	Quote use(@PathVariable String id, @Valid @RequestBody Use use, CurrentUser user) {
		if (use.bookingId() != null) {
			return this.reporting.of(id, use.bookingId(), user.id())
				.map(Redemption::quote)
				.orElseThrow(CouponProblems::priceFixed);
		}
		if (use.amount() == null) {
			throw new ApiException(HttpStatus.BAD_REQUEST, "VALIDATION_FAILED",
					"The request is not valid; see errors for each field",
					List.of(new FieldProblem("amount", "is needed, or a bookingId")));
		}
		return this.quoting.byOffer(id, new Purchase(use.amount(), null));
	}

	@GetMapping("/api/v1/admin/offers/{id}/usage")
	Usage usage(@PathVariable String id) {
		return this.reporting.of(id);
	}

	/**
	 * What the coupon is wanted for: an amount, or a booking.
	 */
	record Use(@Nullable Money amount, @Nullable String bookingId) {

	}

}
