package io.marquee.offers.redemption;

import java.time.Clock;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.marquee.offers.offer.Offers;
import io.marquee.platform.feign.DependencyUnavailableException;
import io.marquee.platform.web.ApiException;

/**
 * Gives back what a crash left reserved. Events may be late, so that none came proves
 * nothing: booking-service itself is asked whether the booking exists.
 */
@Component
class CheckingReservations {

	private static final Log log = LogFactory.getLog(CheckingReservations.class);

	private static final int BATCH = 100;

	private final Redemptions redemptions;

	private final FollowingBookings following;

	private final ReservingCoupons reserving;

	private final BookingClient bookings;

	private final CouponNumbers numbers;

	private final Offers offers;

	private final Clock clock;

	CheckingReservations(Redemptions redemptions, FollowingBookings following, ReservingCoupons reserving,
			BookingClient bookings, CouponNumbers numbers, Offers offers, Clock clock) {
		this.redemptions = redemptions;
		this.following = following;
		this.reserving = reserving;
		this.bookings = bookings;
		this.numbers = numbers;
		this.offers = offers;
		this.clock = clock;
	}

	@Scheduled(initialDelayString = "PT15S", fixedDelayString = "PT15S")
	void askForUnknownBookings() {
		try {
			for (Redemption redemption : this.redemptions.due(this.clock.instant(), BATCH)) {
				if (exists(redemption.bookingId())) {
					this.following.held(redemption.bookingId());
				}
				else {
					this.reserving.giveBack(redemption.bookingId());
				}
			}
		}
		catch (DependencyUnavailableException ex) {
			log.info("Reserved coupons wait until booking-service can be asked about their bookings");
		}
	}

	@Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT5M")
	void findLostNumbers() {
		this.numbers.offers().forEach((id) -> this.offers.findById(id).ifPresent(this.numbers::findLost));
	}

	private boolean exists(String bookingId) {
		try {
			this.bookings.find(bookingId);
			return true;
		}
		catch (ApiException ex) {
			if (ex.status() == HttpStatus.NOT_FOUND) {
				return false;
			}
			throw ex;
		}
	}

}
