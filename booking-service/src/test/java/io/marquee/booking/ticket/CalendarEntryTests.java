package io.marquee.booking.ticket;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CalendarEntryTests {

	private static final String TITLE = "Crouching Tiger; Hidden Dragon, the \\ director's cut – एक लंबा शीर्षक\nin two parts";

	@Test
	void isACalendarToAnIndependentReader() {
		ICalendar calendar = Biweekly.parse(text()).first();
		assertThat(calendar.validate(ICalVersion.V2_0).toString()).isEmpty();
		assertThat(calendar.getEvents()).singleElement().satisfies((event) -> {
			assertThat(event.getSummary().getValue()).isEqualTo(TITLE);
			assertThat(event.getLocation().getValue()).isEqualTo("Regal Colaba, Mumbai");
			assertThat(event.getDescription().getValue()).contains("G3KU-NYTV", "A1, A2", "Screen 2");
			assertThat(event.getUid().getValue()).isEqualTo("bk_01kanpsv8jzq7w3m5n9x2c4r6t@marquee");
			assertThat(start(event)).isEqualTo("2026-11-22T17:15:00Z");
			assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo("2026-11-22T19:45:00Z");
			assertThat(event.getAlarms()).hasSize(1);
		});
	}

	@Test
	void linesEndAndFoldAsTheStandardSays() {
		assertThat(text()).endsWith("\r\n");
		assertThat(text().replace("\r\n", "")).doesNotContain("\r", "\n");
		assertThat(text().split("\r\n"))
			.allSatisfy((line) -> assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
	}

	@Test
	void isTheSameEachTime() {
		assertThat(text()).isEqualTo(text());
	}

	private static Instant start(VEvent event) {
		return event.getDateStart().getValue().toInstant();
	}

	private static String text() {
		return new String(CalendarEntry.of(TicketFixture.of(TITLE, "A1", "A2")), StandardCharsets.UTF_8);
	}

}
