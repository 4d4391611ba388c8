package io.marquee.booking.booking.web;

import io.marquee.booking.booking.SeatMaps;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SeatMapController {

	private final SeatMaps seatMaps;

	SeatMapController(SeatMaps seatMaps) {
		this.seatMaps = seatMaps;
	}

	@GetMapping("/api/v1/bookings/seats/{showId}")
	ResponseEntity<SeatMaps.SeatMap> seats(@PathVariable String showId) {
		// Asked again each time, and mostly answered 304.
		return ResponseEntity.ok().cacheControl(CacheControl.noCache().cachePublic()).body(this.seatMaps.of(showId));
	}

}
