package io.marquee.catalog.venue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * One row of a seat layout. As text: {@code A: RRRR_RRRR}.
 *
 * @param label one or two capital letters
 * @param cells the places from left to right; null is a gap
 */
public record SeatRow(String label, List<@Nullable SeatCategory> cells) {

	/** The most places, gaps included, a row may have. */
	public static final int MAX_CELLS = 80;

	private static final char GAP = '_';

	private static final Pattern TEXT = Pattern.compile("\\s*([A-Z]{1,2})\\s*:\\s*(\\S+)\\s*");

	private static final Pattern LABEL = Pattern.compile("[A-Z]{1,2}");

	/**
	 * Checks the row.
	 * @throws IllegalArgumentException if the label is wrong, the row is too long or has
	 * no seat
	 */
	public SeatRow {
		if (!LABEL.matcher(label).matches()) {
			throw new IllegalArgumentException("a row's label is one or two capital letters, not '" + label + "'");
		}
		if (cells.size() > MAX_CELLS) {
			throw new IllegalArgumentException("row " + label + " has more than " + MAX_CELLS + " places");
		}
		if (cells.stream().allMatch((cell) -> cell == null)) {
			throw new IllegalArgumentException("row " + label + " has no seat");
		}
		cells = Collections.unmodifiableList(new ArrayList<>(cells));
	}

	static SeatRow parse(String text) {
		Matcher parts = TEXT.matcher(text);
		if (!parts.matches()) {
			throw new IllegalArgumentException("a row reads like 'A: RRRR_RRRR', not '" + text + "'");
		}
		List<@Nullable SeatCategory> cells = new ArrayList<>();
		for (char letter : parts.group(2).toCharArray()) {
			cells.add((letter != GAP) ? SeatCategory.of(letter) : null);
		}
		return new SeatRow(parts.group(1), cells);
	}

	String text() {
		StringBuilder text = new StringBuilder(this.label).append(": ");
		for (SeatCategory cell : this.cells) {
			text.append((cell != null) ? cell.letter() : GAP);
		}
		return text.toString();
	}

	/**
	 * The seats from left to right.
	 * @return the seats, numbered from 1
	 */
	public List<Seat> seats() {
		List<Seat> seats = new ArrayList<>();
		for (SeatCategory cell : this.cells) {
			if (cell != null) {
				int number = seats.size() + 1;
				seats.add(new Seat(this.label + number, this.label, number, cell));
			}
		}
		return seats;
	}

}
