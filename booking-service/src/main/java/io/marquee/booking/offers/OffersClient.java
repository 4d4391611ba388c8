package io.marquee.booking.offers;

import java.time.Instant;

import io.marquee.platform.money.Money;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Asks offers-service. */
@FeignClient(name = "offers-service")
interface OffersClient {

	@PostMapping("/internal/redemptions")
	Quote reserve(@RequestBody Reservation reservation);

	@DeleteMapping("/internal/redemptions/{bookingId}")
	void giveBack(@PathVariable("bookingId") String bookingId);

	/** A coupon for the booking that is to come. */
	record Reservation(String bookingId, String couponCode, String userId, Money amount, String showId, String movieId,
			String venueId, String city, Instant reservedUntil, boolean firstBooking) {
	}

}
