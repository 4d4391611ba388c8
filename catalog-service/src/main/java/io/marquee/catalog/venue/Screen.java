package io.marquee.catalog.venue;

import java.util.List;

/**
 * A screen of a venue.
 *
 * @param id the id, which shows refer to
 * @param name the name people know it by
 * @param layout the seat layout as text, see {@link SeatLayout}
 */
public record Screen(String id, String name, List<String> layout) {

	/**
	 * The seat layout.
	 * @return the layout
	 */
	public SeatLayout seatLayout() {
		return SeatLayout.parse(this.layout);
	}

}
