package io.marquee.offers.redemption;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

import io.marquee.offers.offer.Offer;
import io.marquee.offers.offer.Offers;
import io.marquee.offers.redemption.Redemption.State;
import io.marquee.platform.money.Money;
import io.marquee.platform.web.ApiException;

/**
 * Tells how coupons are used.
 */
@Service
public class ReportingUsage {

	private final Offers offers;

	private final Redemptions redemptions;

	ReportingUsage(Offers offers, Redemptions redemptions) {
		this.offers = offers;
		this.redemptions = redemptions;
	}

	/**
	 * How an offer is used, counted at this moment.
	 * @param offerId the offer
	 * @return its usage
	 */
	public Usage of(String offerId) {
		Offer offer = this.offers.findById(offerId)
			.orElseThrow(() -> new ApiException(HttpStatus.NOT_FOUND, "OFFER_NOT_FOUND", "There is no such offer."));
		List<Redemption> redeemed = this.redemptions.all(offerId, List.of(State.REDEEMED));
		long reserved = this.redemptions.count(offerId, State.RESERVED);
		long givenBack = this.redemptions.count(offerId, State.RELEASED) + this.redemptions.count(offerId, State.ENDED);
		Money discount = redeemed.stream()
			.map(Redemption::discount)
			.reduce(Money.zero(offer.discount().currency()), Money::plus);
		return new Usage(offer.id(), offer.code(), offer.totalLimit(), offer.perUserLimit(), reserved, redeemed.size(),
				givenBack, left(offer, reserved + redeemed.size()),
				redeemed.stream().filter((redemption) -> redemption.number() == null).count(), discount);
	}

	/**
	 * What a coupon gave a booking.
	 * @param offerId the coupon's offer
	 * @param bookingId the booking
	 * @param userId whose booking
	 * @return the redemption, if the booking has it
	 */
	public Optional<Redemption> of(String offerId, String bookingId, String userId) {
		return this.redemptions.find(bookingId)
			.filter((redemption) -> redemption.offerId().equals(offerId) && redemption.userId().equals(userId));
	}

	private static @Nullable Long left(Offer offer, long counting) {
		return (offer.totalLimit() != null) ? Math.max(0, offer.totalLimit() - counting) : null;
	}

}
