package io.marquee.offers.redemption;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.stereotype.Service;

import io.marquee.offers.offer.Offer;
import io.marquee.offers.offer.Offers;
import io.marquee.offers.redemption.Redemption.State;
import io.marquee.platform.web.ApiException;

/**
 * What becomes of a booking becomes of its coupon. Each step may come twice, or after one
 * that followed it: a step changes only the states it can follow.
 */
@Service
public class FollowingBookings {

	private static final Log log = LogFactory.getLog(FollowingBookings.class);

	private final Redemptions redemptions;

	private final ClaimingCoupons claiming;

	private final GivingBackCoupons givingBack;

	private final Offers offers;

	private final CountingUses uses;

	private final Clock clock;

	FollowingBookings(Redemptions redemptions, ClaimingCoupons claiming, GivingBackCoupons givingBack, Offers offers,
			CountingUses uses, Clock clock) {
		this.redemptions = redemptions;
		this.claiming = claiming;
		this.givingBack = givingBack;
		this.offers = offers;
		this.uses = uses;
		this.clock = clock;
	}

	/**
	 * The booking exists, and its fate will be told.
	 * @param bookingId the booking
	 */
	public void held(String bookingId) {
		if (this.redemptions.markKnown(bookingId, State.RESERVED, now())) {
			return;
		}
		// Whoever gave it back took the hold for failed.
		this.redemptions.find(bookingId)
			.filter((redemption) -> redemption.state() == State.RELEASED && !redemption.known())
			.ifPresent((redemption) -> takeAgain(redemption, State.RESERVED));
	}

	/**
	 * The booking is confirmed at the price with the coupon.
	 * @param bookingId the booking
	 */
	public void confirmed(String bookingId) {
		Optional<Redemption> redemption = this.redemptions.redeem(bookingId, now()) ? this.redemptions.find(bookingId)
				: this.redemptions.find(bookingId)
					.filter((known) -> known.state() == State.RELEASED)
					.map((known) -> takeAgain(known, State.REDEEMED));
		redemption.ifPresent((redeemed) -> this.uses.changed(redeemed.offerId()));
	}

	/**
	 * The booking came to nothing; money for it may still come.
	 * @param bookingId the booking
	 */
	public void failed(String bookingId) {
		this.givingBack.release(Redemptions.of(bookingId, State.RESERVED), State.RELEASED);
		this.redemptions.markKnown(bookingId, State.RELEASED, now());
	}

	/**
	 * The booking is over for good, whatever it was before.
	 * @param bookingId the booking
	 */
	public void ended(String bookingId) {
		this.givingBack.release(Redemptions.of(bookingId, State.RESERVED, State.REDEEMED, State.RELEASED), State.ENDED);
	}

	/**
	 * A coupon that was given back is in use after all. If all are taken by now, what was
	 * promised to this booking stands, and the usage shows it as beyond the limit.
	 */
	private Redemption takeAgain(Redemption redemption, State state) {
		Redemption wanted = redemption.in(state, now());
		Predicate<Redemption> write = this.redemptions::takeAgain;
		try {
			Offer offer = this.offers.findById(redemption.offerId()).orElse(null);
			if (offer != null) {
				return this.claiming.claim(offer, wanted, write);
			}
		}
		catch (ApiException ex) {
			log.warn("The coupon of booking " + redemption.bookingId() + " is used beyond its limit: " + ex.code());
		}
		write.test(wanted);
		return wanted;
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
