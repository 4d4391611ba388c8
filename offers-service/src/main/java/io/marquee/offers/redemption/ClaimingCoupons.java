package io.marquee.offers.redemption;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import io.marquee.offers.offer.CouponProblems;
import io.marquee.offers.offer.Offer;

/**
 * Writes a redemption with a number of the coupon that nobody else has, and a number of
 * the customer's own. The unique index over the claims is what keeps the limits, over all
 * replicas and crashes; what is read before only chooses what to try.
 */
@Component
class ClaimingCoupons {

	private static final int ATTEMPTS = 50;

	/**
	 * How long to wait, each time, for numbers that others are just trying with: in
	 * milliseconds, 0.6 s in all.
	 */
	private static final List<Integer> PATIENCE = List.of(10, 20, 40, 80, 160, 320);

	private final Redemptions redemptions;

	private final CouponNumbers numbers;

	ClaimingCoupons(Redemptions redemptions, CouponNumbers numbers) {
		this.redemptions = redemptions;
		this.numbers = numbers;
	}

	/**
	 * Writes a redemption if there is room for it.
	 * @param offer the coupon's offer
	 * @param wanted the redemption but for its claims
	 * @param write writes it, and tells whether it is still wanted
	 * @return the redemption of the booking as it is then
	 * @throws io.marquee.platform.web.ApiException if a limit is reached
	 */
	Redemption claim(Offer offer, Redemption wanted, Predicate<Redemption> write) {
		Integer number = null;
		Iterator<Integer> patience = PATIENCE.iterator();
		try {
			for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
				Integer own = ownNumber(offer, wanted.userId());
				refuseSecondFirstBooking(offer, wanted.userId());
				number = (number != null) ? number : this.numbers.next(offer);
				if (number == null) {
					// Those that are not claimed were lost by a crash, or others are just
					// trying with them, who may yet be refused: by another limit, or
					// because they want them for this very booking.
					if (!patience.hasNext() || this.numbers.allClaimed(offer)) {
						throw CouponProblems.usedUp();
					}
					pause(patience.next());
					continue;
				}
				Redemption claiming = wanted.claiming(offer, number, own);
				try {
					if (write.test(claiming)) {
						number = null;
						return claiming;
					}
					return this.redemptions.find(wanted.bookingId()).orElseThrow(CouponProblems::busy);
				}
				catch (DuplicateKeyException ex) {
					Redemption other = this.redemptions.find(wanted.bookingId()).orElse(null);
					if (other != null && other.state() != Redemption.State.RELEASED) {
						return other;
					}
					if (this.redemptions.claimed(Redemption.claim(offer.id(), number))) {
						// Somebody has it: the advice was out of date.
						number = null;
					}
				}
			}
			throw CouponProblems.busy();
		}
		finally {
			if (number != null) {
				this.numbers.giveBack(offer.id(), number);
			}
		}
	}

	private static void pause(int milliseconds) {
		try {
			Thread.sleep(milliseconds);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw CouponProblems.busy();
		}
	}

	private @Nullable Integer ownNumber(Offer offer, String userId) {
		Integer limit = offer.perUserLimit();
		if (limit == null) {
			return null;
		}
		List<Redemption> earlier = this.redemptions.counting(offer.id(), userId);
		if (earlier.size() >= limit) {
			throw CouponProblems.limitReached();
		}
		Set<Integer> taken = earlier.stream()
			.filter((redemption) -> redemption.ownNumber() != null)
			.map(Redemption::ownNumber)
			.collect(Collectors.toSet());
		return IntStream.rangeClosed(1, limit)
			.filter((own) -> !taken.contains(own))
			.boxed()
			.findFirst()
			.orElseThrow(CouponProblems::limitReached);
	}

	private void refuseSecondFirstBooking(Offer offer, String userId) {
		if (offer.reach().firstBookingOnly() && this.redemptions.claimed(Redemption.firstBooking(userId))) {
			throw CouponProblems.firstBookingOnly();
		}
	}

}
