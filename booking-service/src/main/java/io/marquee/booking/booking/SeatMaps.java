package io.marquee.booking.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.marquee.booking.catalog.Show;
import io.marquee.booking.catalog.Shows;
import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows which seats can be had, never who has the others. */
@Service
public class SeatMaps {

	private final Shows shows;

	private final Bookings bookings;

	private final Clock clock;

	SeatMaps(Shows shows, Bookings bookings, Clock clock) {
		this.shows = shows;
		this.bookings = bookings;
		this.clock = clock;
	}

	/**
	 * The seats of a show as they are now.
	 * @param showId the show
	 * @return the seat map
	 */
	public SeatMap of(String showId) {
		Show show = this.shows.get(showId);
		Map<String, State> taken = taken(showId);
		return new SeatMap(showId,
				show.seats()
					.values()
					.stream()
					.map((seat) -> new SeatState(seat.seat(), seat.row(), seat.number(), seat.category(), seat.price(),
							taken.getOrDefault(seat.seat(), State.AVAILABLE)))
					.toList());
	}

	/**
	 * The seats of a show, and who has those that are not free.
	 * @param showId the show
	 * @return the seats, in the order of the layout
	 */
	public List<TakenSeat> withHolders(String showId) {
		Show show = this.shows.get(showId);
		Instant now = this.clock.instant();
		Map<String, Booking> holders = new HashMap<>();
		for (Booking booking : this.bookings.holding(showId)) {
			if (booking.status() != BookingStatus.HELD || !booking.holdIsOver(now)) {
				booking.seatNames().forEach((seat) -> holders.put(seat, booking));
			}
		}
		return show.seats().values().stream().map((seat) -> new TakenSeat(seat, holders.get(seat.seat()))).toList();
	}

	private Map<String, State> taken(String showId) {
		Instant now = this.clock.instant();
		Map<String, State> taken = new HashMap<>();
		for (Bookings.Occupation occupation : this.bookings.occupying(showId)) {
			boolean free = occupation.status() == BookingStatus.HELD && !now.isBefore(occupation.holdExpiresAt());
			State state = State.of(occupation.status());
			if (!free) {
				occupation.seats().forEach((seat) -> taken.put(seat, state));
			}
		}
		return taken;
	}

	/** The seats of a show. */
	public record SeatMap(String showId, List<SeatState> seats) {
	}

	/**
	 * A seat and who has it.
	 *
	 * @param booking the booking that holds or owns it, or null if it is free
	 */
	public record TakenSeat(Show.Seat seat, @Nullable Booking booking) {

		/**
		 * Whether it can be had.
		 * @return the state
		 */
		public State state() {
			return (this.booking == null) ? State.AVAILABLE : State.of(this.booking.status());
		}

	}

	/** One seat of a show. */
	public record SeatState(String seat, String row, int number, String category, Money price, State state) {
	}

	/** Whether a seat can be had. */
	public enum State {

		/** Free. */
		@JsonProperty("available")
		AVAILABLE,
		/** Held by somebody for some minutes. */
		@JsonProperty("held")
		HELD,
		/** Sold. */
		@JsonProperty("booked")
		BOOKED;

		/** The state of a seat by that of the booking that has it. */
		private static State of(BookingStatus status) {
			return (status == BookingStatus.CONFIRMED) ? BOOKED : HELD;
		}

	}

}
