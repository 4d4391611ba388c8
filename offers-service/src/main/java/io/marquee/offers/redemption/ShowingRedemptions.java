package io.marquee.offers.redemption;

import java.util.List;

import org.springframework.stereotype.Service;

/**
 * Shows what is held of a customer's coupons.
 */
@Service
public class ShowingRedemptions {

	private final Redemptions redemptions;

	ShowingRedemptions(Redemptions redemptions) {
		this.redemptions = redemptions;
	}

	/**
	 * All that is held of somebody's redemptions.
	 * @param userId whose
	 * @param after only those of bookings after this one; an empty text for the first
	 * @param limit how many at most
	 * @return the redemptions by booking
	 */
	public List<Redemption> heldOf(String userId, String after, int limit) {
		return this.redemptions.ofCustomer(userId, after, limit);
	}

}
