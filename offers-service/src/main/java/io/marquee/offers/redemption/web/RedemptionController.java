package io.marquee.offers.redemption.web;

import java.time.Instant;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.marquee.offers.offer.Purchase;
import io.marquee.offers.offer.Quote;
import io.marquee.offers.redemption.ReservingCoupons;
import io.marquee.platform.money.Money;

/**
 * Reserves coupons for booking-service, which alone knows what the seats cost.
 */
@RestController
@RequestMapping("/internal/redemptions")
class RedemptionController {

	private final ReservingCoupons reserving;

	RedemptionController(ReservingCoupons reserving) {
		this.reserving = reserving;
	}

	@PostMapping
	Quote reserve(@Valid @RequestBody Reservation request) {
		return this.reserving.reserve(request.wish());
	}

	@DeleteMapping("/{bookingId}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void giveBack(@PathVariable String bookingId) {
		this.reserving.giveBack(bookingId);
	}

	/**
	 * A coupon wanted for a booking. Who does not say whether it is the customer's first
	 * gets no coupon for first bookings.
	 */
	record Reservation(@NotBlank String bookingId, @NotBlank String couponCode, @NotBlank String userId,
			@NotNull Money amount, @Nullable String showId, @NotBlank String movieId, @NotBlank String venueId,
			@NotBlank String city, @NotNull Instant reservedUntil, @Nullable Boolean firstBooking) {

		ReservingCoupons.Wish wish() {
			return new ReservingCoupons.Wish(this.bookingId, this.couponCode, this.userId,
					new Purchase(this.amount, new Purchase.Tickets(this.movieId, this.venueId, this.city)),
					Boolean.TRUE.equals(this.firstBooking), this.reservedUntil);
		}

	}

}
