package io.marquee.offers.redemption;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.springframework.stereotype.Service;

import io.marquee.offers.offer.CouponProblems;
import io.marquee.offers.offer.Offer;
import io.marquee.offers.offer.Offers;
import io.marquee.offers.offer.Purchase;
import io.marquee.offers.offer.Quote;
import io.marquee.offers.offer.QuotingCoupons;
import io.marquee.offers.redemption.Redemption.State;
import io.marquee.platform.web.ApiException;

/**
 * Reserves a coupon for a booking that is about to be held.
 */
@Service
public class ReservingCoupons {

	/** Longer than a hold can be on its way into the bookings. */
	private static final Duration MARGIN = Duration.ofMinutes(1);

	private final Offers offers;

	private final QuotingCoupons quoting;

	private final ClaimingCoupons claiming;

	private final Redemptions redemptions;

	private final GivingBackCoupons givingBack;

	private final Clock clock;

	ReservingCoupons(Offers offers, QuotingCoupons quoting, ClaimingCoupons claiming, Redemptions redemptions,
			GivingBackCoupons givingBack, Clock clock) {
		this.offers = offers;
		this.quoting = quoting;
		this.claiming = claiming;
		this.redemptions = redemptions;
		this.givingBack = givingBack;
		this.clock = clock;
	}

	/**
	 * Reserves a coupon, once for a booking however often it is asked.
	 * @param wish what is wanted
	 * @return what the coupon gives
	 * @throws ApiException if it cannot be had
	 */
	public Quote reserve(Wish wish) {
		Redemption earlier = this.redemptions.find(wish.bookingId()).orElse(null);
		// One that was given back before its booking was there: the same hold once more.
		boolean again = earlier != null && earlier.state() == State.RELEASED && !earlier.known();
		if (earlier != null && !again) {
			return earlier.quote();
		}
		String code = wish.couponCode().strip().toUpperCase(Locale.ROOT);
		Offer offer = this.offers.findByCode(code).orElseThrow(CouponProblems::notFound);
		Quote quote = this.quoting.quote(offer, wish.purchase());
		if (offer.reach().firstBookingOnly() && !wish.firstBooking()) {
			throw CouponProblems.firstBookingOnly();
		}
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		Redemption wanted = new Redemption(wish.bookingId(), offer.id(), offer.code(), wish.userId(),
				wish.purchase().amount(), quote.discount(), State.RESERVED, false, null, null, null,
				wish.reservedUntil().plus(MARGIN), now, now);
		try {
			return this.claiming.claim(offer, wanted, again ? this.redemptions::takeAgain : this.redemptions::add)
				.quote();
		}
		catch (ApiException ex) {
			// The same request, sent twice at once, may have taken what this one found
			// gone.
			return this.redemptions.find(wish.bookingId())
				.filter((other) -> other.state() == State.RESERVED)
				.orElseThrow(() -> ex)
				.quote();
		}
	}

	/**
	 * Gives back what was reserved for a booking that was never held. A booking that is
	 * known to exist keeps its coupon: its events say when to give it back.
	 * @param bookingId the booking
	 */
	public void giveBack(String bookingId) {
		this.givingBack.release(Redemptions.unknown(bookingId), State.RELEASED);
	}

	/**
	 * A coupon wanted for a booking.
	 *
	 * @param bookingId the booking to come
	 * @param couponCode the coupon, in any case
	 * @param userId who books
	 * @param purchase what is bought
	 * @param firstBooking whether the customer owns no booking yet
	 * @param reservedUntil when the hold will end
	 */
	public record Wish(String bookingId, String couponCode, String userId, Purchase purchase, boolean firstBooking,
			Instant reservedUntil) {
	}

}
