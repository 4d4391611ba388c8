package io.marquee.booking.ticket;

import java.util.ArrayList;
import java.util.List;

/**
 * Bold words in the largest size in which they fit; cut with an ellipsis if none is small
 * enough.
 */
record FittedText(List<String> lines, float size) {

	private static final float ASCENT = 0.72f;

	private static final float LEADING = 1.2f;

	static FittedText of(String text, float width, int most, float largest, float smallest, float height) {
		FittedText words = new FittedText(Lettering.BOLD.lines(text, largest, width), largest);
		while (words.size > smallest && (words.lines.size() > most || words.height() > height)) {
			float size = Math.max(smallest, words.size - 1);
			words = new FittedText(Lettering.BOLD.lines(text, size, width), size);
		}
		return (words.lines.size() > most) ? words.cut(most, width) : words;
	}

	float ascent() {
		return this.size * ASCENT;
	}

	float leading() {
		return this.size * LEADING;
	}

	/** From the top of the first line's letters to the last base line. */
	float height() {
		return ascent() + leading() * (this.lines.size() - 1);
	}

	boolean isCut() {
		return this.lines.getLast().endsWith("…");
	}

	private FittedText cut(int most, float width) {
		List<String> kept = new ArrayList<>(this.lines.subList(0, most - 1));
		kept.add(Lettering.BOLD.shortened(String.join(" ", this.lines.subList(most - 1, this.lines.size())), this.size,
				width));
		return new FittedText(List.copyOf(kept), this.size);
	}

}
