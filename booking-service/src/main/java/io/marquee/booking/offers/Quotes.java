package io.marquee.booking.offers;

import java.time.Instant;

import io.marquee.booking.catalog.Show;
import io.marquee.platform.feign.DependencyUnavailableException;
import io.marquee.platform.money.Money;
import io.marquee.platform.web.ApiException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.stereotype.Component;

/** What coupons give, and reserve. */
@Component
public class Quotes {

	private static final Log log = LogFactory.getLog(Quotes.class);

	private final OffersClient offers;

	Quotes(OffersClient offers) {
		this.offers = offers;
	}

	/**
	 * Reserves a coupon for a hold that is about to be made.
	 * @param wish the coupon and the hold
	 * @return what it gives
	 * @throws ApiException if the coupon cannot be had, or offers cannot be asked
	 */
	public Quote reserve(Wish wish) {
		Show show = wish.show();
		try {
			return this.offers.reserve(new OffersClient.Reservation(wish.bookingId(), wish.couponCode().strip(),
					wish.userId(), wish.amount(), show.id(), show.movieId(), show.venueId(), show.city(),
					wish.reservedUntil(), wish.firstBooking()));
		}
		catch (DependencyUnavailableException ex) {
			// It may have been reserved all the same. The customer need not wait for
			// this.
			Thread.startVirtualThread(() -> giveBack(wish.bookingId()));
			throw ex;
		}
	}

	/**
	 * Gives a coupon back at once whose hold was not made. If that fails, offers-service
	 * gives it back itself when it finds no booking; an unclear end of the hold is left
	 * to that, too.
	 * @param bookingId the booking that never was
	 */
	public void giveBack(String bookingId) {
		try {
			this.offers.giveBack(bookingId);
		}
		catch (ApiException ex) {
			log.info("A coupon stays reserved until offers-service asks for booking " + bookingId + ": " + ex.code());
		}
	}

	/**
	 * A coupon for a hold.
	 *
	 * @param bookingId the booking to come
	 * @param couponCode the coupon
	 * @param userId who books
	 * @param amount what the seats cost
	 * @param show the show
	 * @param firstBooking whether the customer owns no booking yet
	 * @param reservedUntil when the hold will end
	 */
	public record Wish(String bookingId, String couponCode, String userId, Money amount, Show show,
			boolean firstBooking, Instant reservedUntil) {
	}

}
