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

	private Map<String, State> taken(String showId) {
		Instant now = this.clock.instant();
		Map<String, State> taken = new HashMap<>();
		for (Bookings.Occupation occupation : this.bookings.occupying(showId)) {
			boolean free = occupation.status() == BookingStatus.HELD && !now.isBefore(occupation.holdExpiresAt());
			State state = (occupation.status() == BookingStatus.CONFIRMED) ? State.BOOKED : State.HELD;
			if (!free) {
				occupation.seats().forEach((seat) -> taken.put(seat, state));
			}
		}
		return taken;
	}

	/** The seats of a show. */
	public record SeatMap(String showId, List<SeatState> seats) {
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
		BOOKED

	}

}
