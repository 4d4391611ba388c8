package io.marquee.catalog.show;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The judge of overlaps. A show names every five-minute slot in which it keeps its screen
 * busy, cleaning included, and a unique index allows each name once. One insert decides:
 * no lock, no transaction, no look beforehand that somebody could slip behind. A show
 * that begins within the five minutes in which another's cleaning ends counts as
 * overlapping.
 */
final class Slots {

	private static final long SECONDS = Duration.ofMinutes(5).toSeconds();

	private Slots() {
	}

	static List<String> of(String screenId, Instant from, Instant until) {
		long first = Math.floorDiv(from.getEpochSecond(), SECONDS);
		long end = Math.ceilDiv(until.getEpochSecond(), SECONDS);
		return LongStream.range(first, end).mapToObj((slot) -> screenId + ":" + slot).toList();
	}

}
