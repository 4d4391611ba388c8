package io.marquee.notification.booking;

import java.time.Instant;

import io.marquee.notification.mail.MailContent;
import io.marquee.notification.mail.MailContent.Fact;
import io.marquee.notification.notice.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

class BookingNoticesTests {

	private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

	@Test
	void tellsTheTimeAsTheClockAtTheCinemaShowsIt() {
		assertThat(confirmation().facts()).contains(new Fact("Date", "Sunday, 22 November 2026")).anySatisfy((fact) -> {
			assertThat(fact.label()).isEqualTo("Time");
			assertThat(fact.value()).isEqualToIgnoringCase("10:45 pm (IST)");
		});
	}

	@Test
	void mailsCodeFilmCinemaSeatsAndAmount() {
		MailContent mail = confirmation();
		assertThat(mail.highlight()).isEqualTo("MQ7K2P");
		assertThat(mail.facts()).contains(new Fact("Film", "Lagaan"),
				new Fact("Cinema", "Regal Colaba, Mumbai (Screen 2)"), new Fact("Seats", "A1, A2"),
				new Fact("Paid", "₹1,250.00"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "cancelled", "expired", "payment-failed" })
	void putsOtherNewsIntoTheInboxOnly(String type) {
		assertThat(notice(type).mail()).isNull();
		assertThat(notice(type).text()).contains("Lagaan at Regal Colaba");
	}

	@Test
	void mailsThatMoneyGoesBack() {
		assertThat(notice("refunded").mail()).isNotNull()
			.extracting(MailContent::facts)
			.asInstanceOf(LIST)
			.contains(new Fact("Refunded", "₹1,250.00"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "held", "released", "something-new" })
	void keepsQuietAboutWhatTheCustomerDidJustNow(String type) {
		assertThat(BookingNotices.of("event-1", "marquee.booking." + type, NOW, BookingEventFixture.lateShow()))
			.isEmpty();
	}

	private static Notice notice(String type) {
		return BookingNotices.of("event-1", "marquee.booking." + type, NOW, BookingEventFixture.lateShow())
			.orElseThrow();
	}

	private static MailContent confirmation() {
		MailContent mail = notice("confirmed").mail();
		assertThat(mail).isNotNull();
		return mail;
	}

}
