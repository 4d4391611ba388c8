package io.marquee.offers.offer;

import java.time.Clock;

import io.marquee.platform.money.Money;
import io.marquee.platform.web.ApiException;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Says what a coupon gives on a purchase, or why it gives nothing. A quote changes
 * nothing and promises nothing: limits are kept when a coupon is redeemed.
 */
@Service
public class QuotingCoupons {

	private final Offers offers;

	private final Clock clock;

	QuotingCoupons(Offers offers, Clock clock) {
		this.offers = offers;
		this.clock = clock;
	}

	/**
	 * What the coupon of an offer gives to whoever only asks.
	 * @param offerId the offer's id
	 * @param purchase what it is wanted for
	 * @return what it gives
	 */
	public Quote byOffer(String offerId, Purchase purchase) {
		Offer offer = this.offers.findById(offerId)
			.orElseThrow(() -> new ApiException(HttpStatus.NOT_FOUND, "OFFER_NOT_FOUND", "There is no such offer."));
		if (offer.isUsedUp()) {
			throw CouponProblems.usedUp();
		}
		return quote(offer, purchase);
	}

	/**
	 * What a coupon gives, however often it was used.
	 * @param offer the coupon's offer
	 * @param purchase what it is wanted for
	 * @return what it gives
	 */
	public Quote quote(Offer offer, Purchase purchase) {
		CouponPolicy.Claim claim = new CouponPolicy.Claim(purchase, this.clock.instant());
		CouponPolicy.ALL.stream()
			.flatMap((policy) -> policy.judge(offer, claim).stream())
			.findFirst()
			.ifPresent((refusal) -> {
				throw new ApiException(refusal.status(), refusal.code(), refusal.message());
			});
		Money discount = offer.discount().on(purchase.amount());
		return new Quote(offer.id(), offer.code(), discount, purchase.amount().minus(discount));
	}

}
