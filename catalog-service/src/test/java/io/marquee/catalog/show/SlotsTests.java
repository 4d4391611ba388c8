package io.marquee.catalog.show;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SlotsTests {

	private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

	@Test
	void coversTheShowAndItsCleaning() {
		assertThat(Slots.of("s", NOON, NOON.plus(Duration.ofMinutes(20)))).hasSize(4)
			.allMatch((slot) -> slot.startsWith("s:"));
	}

	@Test
	void letsOneShowBeginWhenTheOthersCleaningEnds() {
		Instant end = NOON.plus(Duration.ofMinutes(135));
		assertThat(Collections.disjoint(Slots.of("s", NOON, end), Slots.of("s", end, end.plusSeconds(600)))).isTrue();
	}

	@Test
	void doesNotMindShowsOnAnotherScreen() {
		Instant end = NOON.plus(Duration.ofMinutes(60));
		assertThat(Collections.disjoint(Slots.of("s1", NOON, end), Slots.of("s2", NOON, end))).isTrue();
	}

	/** To the second, no overlap is ever missed. */
	@Property(tries = 500)
	void sharesASlotWheneverTwoShowsOverlap(@ForAll @IntRange(max = 20_000) int start,
			@ForAll @IntRange(max = 20_000) int otherStart, @ForAll @IntRange(min = 1, max = 15_000) int length,
			@ForAll @IntRange(min = 1, max = 15_000) int otherLength) {
		boolean overlap = start < otherStart + otherLength && otherStart < start + length;
		boolean share = !Collections.disjoint(slots(start, length), slots(otherStart, otherLength));
		if (overlap) {
			assertThat(share).isTrue();
		}
	}

	/** On the five-minute grid, nothing is refused that fits. */
	@Property(tries = 500)
	void sharesASlotOnlyIfTwoShowsOnTheGridOverlap(@ForAll @IntRange(max = 60) int start,
			@ForAll @IntRange(max = 60) int otherStart, @ForAll @IntRange(min = 1, max = 40) int length,
			@ForAll @IntRange(min = 1, max = 40) int otherLength) {
		boolean overlap = start < otherStart + otherLength && otherStart < start + length;
		assertThat(!Collections.disjoint(slots(start * 300, length * 300), slots(otherStart * 300, otherLength * 300)))
			.isEqualTo(overlap);
	}

	/** Two shows share a slot if one begins before the other is over and cleaned. */
	@Property(tries = 500)
	void keepsTheScreenUntilItIsCleaned(@ForAll @IntRange(max = 200) int start,
			@ForAll @IntRange(max = 200) int otherStart, @ForAll @IntRange(min = 1, max = 600) int minutes,
			@ForAll @IntRange(min = 1, max = 600) int otherMinutes, @ForAll @IntRange(max = 60) int cleaning) {
		int busy = (minutes + cleaning) * 60;
		int otherBusy = (otherMinutes + cleaning) * 60;
		boolean cleanedBefore = start * 300 + busy <= otherStart * 300 || otherStart * 300 + otherBusy <= start * 300;
		assertThat(Collections.disjoint(slots(start * 300, busy), slots(otherStart * 300, otherBusy)))
			.isEqualTo(cleanedBefore);
	}

	private static java.util.List<String> slots(int start, int length) {
		return Slots.of("s", NOON.plusSeconds(start), NOON.plusSeconds(start + length));
	}

}
