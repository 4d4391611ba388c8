package io.marquee.booking.seatmap;

import java.util.List;
import java.util.stream.IntStream;

import io.marquee.booking.booking.SeatMaps.SeatMap;
import io.marquee.booking.booking.SeatMaps.SeatState;
import io.marquee.booking.booking.SeatMaps.State;
import io.marquee.platform.money.Money;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;

import static org.assertj.core.api.Assertions.assertThat;

class SeatStatesTests {

	@Property
	void whatWasSeenAndWhatChangedMakeThePresent(@ForAll("twoMoments") List<SeatMap> moments) {
		SeatMap before = moments.getFirst();
		SeatMap now = moments.getLast();
		SeatStates seen = SeatStates.parse(SeatStates.of(before).id()).orElseThrow();
		SeatStates present = SeatStates.of(now);
		assertThat(present.isComparableTo(seen)).isTrue();
		List<SeatState> changed = present.changed(now, seen);
		assertThat(patched(before, changed)).isEqualTo(now);
		assertThat(changed).allMatch((seat) -> !before.seats().contains(seat));
		assertThat(present.equals(seen)).isEqualTo(changed.isEmpty());
	}

	@Property
	void anIdReadIsTheIdWritten(@ForAll("twoMoments") List<SeatMap> moments) {
		SeatStates states = SeatStates.of(moments.getFirst());
		assertThat(SeatStates.parse(states.id())).contains(states);
		assertThat(states.id()).hasSizeLessThan(17 + moments.getFirst().seats().size() / 3);
	}

	@Property
	void whateverAClientSendsIsReadOrRefused(@ForAll String id) {
		SeatStates.parse(id).ifPresent((states) -> {
			SeatStates present = SeatStates.of(map("show-1", "250.00", List.of(State.HELD)));
			assertThat(present.isComparableTo(states)).isFalse();
		});
	}

	@Property
	void aForgedStateIsPutRight(@ForAll @NotEmpty List<State> states, @ForAll byte forged) {
		SeatMap now = map("show-1", "250.00", states);
		SeatStates present = SeatStates.of(now);
		String id = present.id().substring(0, 13) + java.util.Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(filled(Math.ceilDiv(states.size(), 4), forged));
		SeatStates seen = SeatStates.parse(id).orElseThrow();
		assertThat(present.isComparableTo(seen)).isTrue();
		assertThat(present.changed(now, seen)).isSubsetOf(now.seats());
	}

	@Example
	void anotherShowOrLayoutOrPriceCannotBeCompared() {
		List<State> states = List.of(State.AVAILABLE, State.HELD);
		SeatStates one = SeatStates.of(map("show-1", "250.00", states));
		assertThat(one.isComparableTo(SeatStates.of(map("show-2", "250.00", states)))).isFalse();
		assertThat(one.isComparableTo(SeatStates.of(map("show-1", "300.00", states)))).isFalse();
		assertThat(one.isComparableTo(SeatStates.of(map("show-1", "250.00", List.of(State.HELD))))).isFalse();
		assertThat(one.isComparableTo(SeatStates.of(map("show-1", "250.00", List.of(State.HELD, State.HELD)))))
			.isTrue();
	}

	@Provide
	Arbitrary<List<SeatMap>> twoMoments() {
		return Arbitraries.integers().between(0, 300).flatMap((seats) -> {
			Arbitrary<SeatMap> moment = Arbitraries.of(State.class)
				.list()
				.ofSize(seats)
				.map((states) -> map("show-1", "250.00", states));
			return Combinators.combine(moment, moment).as(List::of);
		});
	}

	static SeatMap map(String show, String price, List<State> states) {
		return new SeatMap(show, IntStream.range(0, states.size())
			.mapToObj((i) -> new SeatState("A" + (i + 1), "A", i + 1, "REGULAR", Money.of(price, "INR"), states.get(i)))
			.toList());
	}

	private static SeatMap patched(SeatMap map, List<SeatState> changed) {
		return new SeatMap(map.showId(),
				map.seats()
					.stream()
					.map((seat) -> changed.stream()
						.filter((change) -> change.seat().equals(seat.seat()))
						.findAny()
						.orElse(seat))
					.toList());
	}

	private static byte[] filled(int size, byte value) {
		byte[] bytes = new byte[size];
		java.util.Arrays.fill(bytes, value);
		return bytes;
	}

}
