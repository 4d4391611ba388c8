package io.marquee.catalog.venue;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the seats of a screen are laid out, from the row at the screen to the back. Written
 * and stored as text, one line a row, because people draw it that way.
 *
 * @param rows the rows
 */
public record SeatLayout(List<SeatRow> rows) {

	/** The most seats a screen may have. */
	public static final int MAX_SEATS = 2000;

	private static final int MAX_ROWS = 100;

	/**
	 * Checks the layout.
	 * @throws IllegalArgumentException if it is empty, too large or names a row twice
	 */
	public SeatLayout {
		if (rows.isEmpty() || rows.size() > MAX_ROWS) {
			throw new IllegalArgumentException("a layout has 1 to " + MAX_ROWS + " rows");
		}
		Set<String> labels = new HashSet<>();
		for (SeatRow row : rows) {
			if (!labels.add(row.label())) {
				throw new IllegalArgumentException("row " + row.label() + " is there twice");
			}
		}
		rows = List.copyOf(rows);
		if (rows.stream().mapToInt((row) -> row.seats().size()).sum() > MAX_SEATS) {
			throw new IllegalArgumentException("a layout has at most " + MAX_SEATS + " seats");
		}
	}

	/**
	 * Reads a layout from its text.
	 * @param rows one text a row, such as {@code A: RRRR_RRRR}
	 * @return the layout
	 * @throws IllegalArgumentException with a message for people if the text is wrong
	 */
	public static SeatLayout parse(List<String> rows) {
		return new SeatLayout(rows.stream().map(SeatRow::parse).toList());
	}

	/**
	 * The layout as text.
	 * @return one line a row
	 */
	public List<String> text() {
		return this.rows.stream().map(SeatRow::text).toList();
	}

	/**
	 * Every seat, row by row.
	 * @return the seats
	 */
	public List<Seat> seats() {
		return this.rows.stream().flatMap((row) -> row.seats().stream()).toList();
	}

	/**
	 * The categories that occur.
	 * @return the categories, in their usual order
	 */
	public Set<SeatCategory> categories() {
		return seats().stream()
			.map(Seat::category)
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(SeatCategory.class)));
	}

}
