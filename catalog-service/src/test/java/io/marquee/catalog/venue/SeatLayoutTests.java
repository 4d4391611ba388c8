package io.marquee.catalog.venue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SeatLayoutTests {

	@Test
	void numbersTheSeatsOfARowAndSkipsGaps() {
		SeatLayout layout = SeatLayout.parse(List.of("A: WW_RR", "B: _PVP"));
		assertThat(layout.seats()).extracting(Seat::seat).containsExactly("A1", "A2", "A3", "A4", "B1", "B2", "B3");
		assertThat(layout.seats()).extracting(Seat::category)
			.containsExactly(SeatCategory.WHEELCHAIR, SeatCategory.WHEELCHAIR, SeatCategory.REGULAR,
					SeatCategory.REGULAR, SeatCategory.PREMIUM, SeatCategory.VIP, SeatCategory.PREMIUM);
		assertThat(layout.categories()).containsExactly(SeatCategory.REGULAR, SeatCategory.PREMIUM, SeatCategory.VIP,
				SeatCategory.WHEELCHAIR);
	}

	@Test
	void forgivesSpacesAroundARow() {
		assertThat(SeatLayout.parse(List.of("  A :RR_R  ")).text()).containsExactly("A: RR_R");
	}

	@ParameterizedTest
	@ValueSource(strings = { "A RRRR", "A:", "A: ____", "A: RRXR", "a: RRRR", "ABC: RR", "1: RR", "A: RR RR", "" })
	void refusesARowThatMakesNoSense(String row) {
		assertThatIllegalArgumentException().isThrownBy(() -> SeatLayout.parse(List.of(row)));
	}

	@Test
	void refusesARowThatIsThereTwiceAndALayoutWithoutRows() {
		assertThatIllegalArgumentException().isThrownBy(() -> SeatLayout.parse(List.of("A: RR", "A: PP")))
			.withMessageContaining("twice");
		assertThatIllegalArgumentException().isThrownBy(() -> SeatLayout.parse(List.of()));
	}

	@Test
	void refusesMoreSeatsThanAScreenCanHave() {
		List<String> rows = new ArrayList<>();
		for (char label = 'A'; label <= 'Z'; label++) {
			rows.add(label + ": " + "R".repeat(SeatRow.MAX_CELLS));
		}
		assertThatIllegalArgumentException().isThrownBy(() -> SeatLayout.parse(rows)).withMessageContaining("2000");
	}

	@Property
	void textIsReadAsItWasWritten(@ForAll("layouts") List<String> text) {
		SeatLayout layout = SeatLayout.parse(text);
		assertThat(layout.text()).isEqualTo(text);
		assertThat(SeatLayout.parse(layout.text())).isEqualTo(layout);
	}

	@Property
	void everySeatHasANameOfItsOwn(@ForAll("layouts") List<String> text) {
		List<Seat> seats = SeatLayout.parse(text).seats();
		Set<String> names = new HashSet<>();
		seats.forEach((seat) -> names.add(seat.seat()));
		assertThat(names).hasSameSizeAs(seats);
		long letters = text.stream()
			.mapToLong((row) -> row.substring(row.indexOf(':')).replaceAll("[^RPVW]", "").length())
			.sum();
		assertThat(seats).hasSize((int) letters);
	}

	@Provide
	Arbitrary<List<String>> layouts() {
		Arbitrary<String> label = Arbitraries.strings().withCharRange('A', 'Z').ofMinLength(1).ofMaxLength(2);
		Arbitrary<String> cells = Arbitraries.strings()
			.withChars('R', 'P', 'V', 'W', '_')
			.ofMinLength(1)
			.ofMaxLength(40)
			.filter((row) -> !row.replace("_", "").isEmpty());
		return Combinators.combine(label, cells)
			.as((name, row) -> name + ": " + row)
			.list()
			.ofMinSize(1)
			.ofMaxSize(20)
			.uniqueElements((row) -> row.substring(0, row.indexOf(':')));
	}

}
