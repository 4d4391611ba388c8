package io.marquee.booking.seatmap;

import io.marquee.booking.booking.SeatMaps.SeatMap;
import org.jspecify.annotations.Nullable;

/**
 * A show as it was read last.
 *
 * @param onSale whether seats can still be had; when not, there is nothing more to watch
 */
record SeatsNow(SeatMap map, SeatStates states, boolean onSale) {

	boolean isNewsAfter(@Nullable SeatStates seen) {
		return !this.onSale || !this.states.equals(seen);
	}

}
