package io.marquee.catalog.store;

import java.util.Collection;

/**
 * Whom a change concerns: the shows to come, and those who have seats for them.
 *
 * @param shows how many shows
 * @param showsWithBookings how many of these have seats held or sold
 * @param seatsTaken how many seats that is, as far as the booking events tell
 */
public record Affected(long shows, long showsWithBookings, long seatsTaken) {

	/**
	 * Counts.
	 * @param seatsTaken the seats taken of each show
	 * @return the counts
	 */
	public static Affected of(Collection<Integer> seatsTaken) {
		return new Affected(seatsTaken.size(), seatsTaken.stream().filter((seats) -> seats > 0).count(),
				seatsTaken.stream().mapToLong(Integer::longValue).sum());
	}

}
