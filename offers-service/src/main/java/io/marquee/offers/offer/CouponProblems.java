package io.marquee.offers.offer;

import org.springframework.http.HttpStatus;

import io.marquee.platform.web.ApiException;

/**
 * Why a coupon cannot be had, whatever it is wanted for.
 */
public final class CouponProblems {

	private CouponProblems() {
	}

	/**
	 * Nobody knows such a coupon.
	 * @return the answer
	 */
	public static ApiException notFound() {
		return new ApiException(HttpStatus.NOT_FOUND, "COUPON_NOT_FOUND", "There is no such coupon.");
	}

	/**
	 * All its uses are reserved or redeemed.
	 * @return the answer
	 */
	public static ApiException usedUp() {
		return new ApiException(HttpStatus.CONFLICT, "COUPON_USED_UP",
				"This coupon has been used as often as it could be.");
	}

	/**
	 * The customer has used it as often as one customer may.
	 * @return the answer
	 */
	public static ApiException limitReached() {
		return new ApiException(HttpStatus.CONFLICT, "COUPON_LIMIT_REACHED",
				"You have used this coupon as often as one customer can.");
	}

	/**
	 * The customer has booked before, or is about to.
	 * @return the answer
	 */
	public static ApiException firstBookingOnly() {
		return new ApiException(HttpStatus.CONFLICT, "COUPON_FIRST_BOOKING_ONLY",
				"This coupon is for a customer's first booking.");
	}

	/**
	 * Too many want it at this moment.
	 * @return the answer
	 */
	public static ApiException busy() {
		return new ApiException(HttpStatus.SERVICE_UNAVAILABLE, "COUPON_BUSY",
				"Too many customers want this coupon at this moment; try again.");
	}

	/**
	 * The price of a booking is fixed when its seats are held.
	 * @return the answer
	 */
	public static ApiException priceFixed() {
		return new ApiException(HttpStatus.CONFLICT, "BOOKING_PRICE_FIXED",
				"The price of a booking is fixed when its seats are held: give the hold back and book with couponCode.");
	}

}
