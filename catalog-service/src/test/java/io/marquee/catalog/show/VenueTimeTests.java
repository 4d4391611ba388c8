package io.marquee.catalog.show;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class VenueTimeTests {

	private static final long HALF_AN_HOUR = 1800;

	@ParameterizedTest
	@CsvSource({ "2026-12-01T19:30,Asia/Kolkata,2026-12-01T14:00:00Z",
			"2026-07-01T19:30,Europe/London,2026-07-01T18:30:00Z",
			"2026-12-01T19:30:15,Europe/London,2026-12-01T19:30:15Z",
			"2026-12-01T19:30+01:00,Europe/London,2026-12-01T18:30:00Z",
			"2026-12-01T14:00:00Z,Asia/Kolkata,2026-12-01T14:00:00Z",
			"2026-11-01T01:30,America/New_York,2026-11-01T05:30:00Z",
			"2026-11-01T01:30-05:00,America/New_York,2026-11-01T06:30:00Z" })
	void isTheVenuesTimeUnlessItSaysAnOffset(String text, String zone, Instant moment) {
		assertThat(VenueTime.parse(text).at(ZoneId.of(zone))).isEqualTo(moment);
	}

	@ParameterizedTest
	@CsvSource({ "2027-03-28T01:30,Europe/London,2027-03-28T02:00",
			"2027-03-14T02:00,America/New_York,2027-03-14T03:00",
			"2027-10-03T02:15,Australia/Lord_Howe,2027-10-03T02:30" })
	void refusesATimeThatClocksSkipAndNamesTheNext(String text, String zone, String next) {
		assertThatIllegalArgumentException().isThrownBy(() -> VenueTime.parse(text).at(ZoneId.of(zone)))
			.withMessageContaining("does not exist in " + zone)
			.withMessageEndingWith("the next is " + next);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "tonight", "2026-12-01", "19:30", "2026-02-30T19:30", "2026-12-01T24:30",
			"2026-12-01 19:30", "+12026-12-01T19:30", "-0001-12-01T19:30", "2026-12-01T19:30+25:00" })
	void refusesWhatIsNoTime(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> VenueTime.parse(text))
			.withMessageContaining("2026-12-01");
	}

	@Test
	void isTextInJson() {
		JsonMapper json = JsonMapper.builder().build();
		for (String text : List.of("2026-12-01T19:30", "2026-12-01T19:30+05:30")) {
			assertThat(json.writeValueAsString(json.readValue('"' + text + '"', VenueTime.class)))
				.isEqualTo('"' + text + '"');
		}
	}

	/**
	 * Whatever the zone does, what its clocks show is what is meant, or there is none.
	 */
	@Property(tries = 2000)
	void meansTheFirstMomentAtWhichTheVenuesClocksShowIt(@ForAll("timesNearTransitions") Local time) {
		List<Instant> shown = time.zone.getRules()
			.getValidOffsets(time.local)
			.stream()
			.map(time.local::toInstant)
			.sorted()
			.toList();
		VenueTime read = VenueTime.parse(time.local.toString());
		if (shown.isEmpty()) {
			assertThatIllegalArgumentException().isThrownBy(() -> read.at(time.zone)).satisfies((ex) -> {
				String next = String.valueOf(ex.getMessage()).replaceFirst(".*the next is ", "");
				Instant exists = VenueTime.parse(next).at(time.zone);
				assertThat(LocalDateTime.ofInstant(exists.minusSeconds(1), time.zone)).isBefore(time.local);
				assertThat(LocalDateTime.ofInstant(exists, time.zone)).isAfter(time.local);
			});
		}
		else {
			assertThat(read.at(time.zone)).isEqualTo(shown.getFirst());
			assertThat(LocalDateTime.ofInstant(read.at(time.zone), time.zone)).isEqualTo(time.local);
		}
	}

	/** With its offset, each of the two moments of an overlap can be said. */
	@Property(tries = 500)
	void meansThatMomentIfTheOffsetIsSaid(@ForAll("timesNearTransitions") Local time) {
		for (ZoneOffset offset : time.zone.getRules().getValidOffsets(time.local)) {
			OffsetDateTime moment = time.local.atOffset(offset);
			assertThat(VenueTime.parse(moment.toString()).at(time.zone)).isEqualTo(moment.toInstant());
		}
	}

	@Provide
	Arbitrary<Local> timesNearTransitions() {
		Arbitrary<ZoneId> zones = Arbitraries
			.of("Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata")
			.map(ZoneId::of);
		Arbitrary<Instant> moments = Arbitraries.longs()
			.between(1_770_000_000 / HALF_AN_HOUR, 2_400_000_000L / HALF_AN_HOUR)
			.map((count) -> Instant.ofEpochSecond(count * HALF_AN_HOUR));
		return Combinators.combine(zones, moments, Arbitraries.integers().between(-100, 100))
			.as((zone, moment, off) -> {
				ZoneOffsetTransition next = zone.getRules().nextTransition(moment);
				LocalDateTime around = (next != null) ? next.getDateTimeBefore()
						: LocalDateTime.ofInstant(moment, zone);
				return new Local(zone, around.plusMinutes(off));
			});
	}

	record Local(ZoneId zone, LocalDateTime local) {

	}

}
