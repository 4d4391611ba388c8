package io.marquee.offers.offer;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

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
	 * Quotes a coupon by what the customer typed.
	 * @param couponCode the code, in any case
	 * @param purchase what it is wanted for
	 * @return what it gives
	 */
	public Quote byCode(String couponCode, Purchase purchase) {
		String code = couponCode.strip().toUpperCase(Locale.ROOT);
		return quote(this.offers.findByCode(code), purchase, "COUPON_NOT_FOUND", "There is no such coupon.");
	}

	/**
	 * Quotes the coupon of an offer.
	 * @param offerId the offer's id
	 * @param purchase what it is wanted for
	 * @return what it gives
	 */
	public Quote byOffer(String offerId, Purchase purchase) {
		return quote(this.offers.findById(offerId), purchase, "OFFER_NOT_FOUND", "There is no such offer.");
	}

	private Quote quote(Optional<Offer> found, Purchase purchase, String missingCode, String missingMessage) {
		Offer offer = found.orElseThrow(() -> new ApiException(HttpStatus.NOT_FOUND, missingCode, missingMessage));
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
