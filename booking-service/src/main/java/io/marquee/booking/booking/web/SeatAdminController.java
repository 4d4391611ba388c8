package io.marquee.booking.booking.web;

import java.time.Instant;
import java.util.List;

import io.marquee.booking.booking.Booking;
import io.marquee.booking.booking.BookingStatus;
import io.marquee.booking.booking.SeatMaps;
import io.marquee.booking.booking.SeatMaps.TakenSeat;
import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SeatAdminController {

	private final SeatMaps seatMaps;

	SeatAdminController(SeatMaps seatMaps) {
		this.seatMaps = seatMaps;
	}

	@GetMapping("/api/v1/admin/seats/{showId}")
	Seats seats(@PathVariable String showId) {
		return new Seats(showId, this.seatMaps.withHolders(showId).stream().map(Seat::of).toList());
	}

	/** The seats of a show, in the order of the layout. */
	record Seats(String showId, List<Seat> seats) {
	}

	/**
	 * A seat.
	 *
	 * @param holder who has it, or null if it is free
	 */
	record Seat(String seat, String row, int number, String category, Money price, SeatMaps.State state,
			@Nullable Holder holder) {

		static Seat of(TakenSeat taken) {
			return new Seat(taken.seat().seat(), taken.seat().row(), taken.seat().number(), taken.seat().category(),
					taken.seat().price(), taken.state(), Holder.of(taken.booking()));
		}

	}

	/**
	 * Who holds or owns a seat.
	 *
	 * @param expiresAt when the hold ends, or null if the seat is owned
	 */
	record Holder(String bookingId, String bookingCode, String userId, BookingStatus status,
			@Nullable Instant expiresAt) {

		static @Nullable Holder of(@Nullable Booking booking) {
			return (booking == null) ? null : new Holder(booking.id().value(), booking.code().value(), booking.userId(),
					booking.status(), (booking.status() == BookingStatus.CONFIRMED) ? null : booking.holdExpiresAt());
		}

	}

}
