package io.marquee.booking.seatmap;

import java.util.List;

import io.marquee.booking.booking.SeatMaps.SeatMap;
import io.marquee.booking.booking.SeatMaps.SeatState;
import io.marquee.booking.booking.SeatMaps.State;

/** What a subscriber is told. */
public sealed interface Message {

	/**
	 * Everything.
	 *
	 * @param id stands for what the client has seen by then
	 */
	record Snapshot(String id, SeatMap map) implements Message {
	}

	/**
	 * What is not as the client has seen it.
	 *
	 * @param id stands for what the client has seen by then
	 */
	record Changes(String id, List<Change> seats) implements Message {
	}

	/** The show is no longer on sale; nothing more will come. */
	record Closed(String showId) implements Message {

		/** Who comes back with this has been told. */
		public static final String ID = "closed";

	}

	/** Nothing happened, and the connection still stands. */
	record Heartbeat() implements Message {
	}

	/** This replica stops; another one goes on. */
	record End() implements Message {
	}

	/** The new state of a seat. */
	record Change(String seat, State state) {

		static Change of(SeatState seat) {
			return new Change(seat.seat(), seat.state());
		}

	}

}
