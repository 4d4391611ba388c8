package io.marquee.notification.booking;

import java.time.Instant;

import io.marquee.notification.mail.MailContent;
import io.marquee.notification.mail.MailContent.Fact;
import io.marquee.notification.notice.Notice;
import io.marquee.platform.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

	@Test
	void putsSeatsThatWentBackIntoTheInboxOnly() {
		assertThat(notice("expired").mail()).isNull();
		assertThat(notice("expired").text()).contains("Lagaan at Regal Colaba");
	}

	@ParameterizedTest
	@CsvSource({ "CUSTOMER, BOOKING_CANCELLED, You cancelled this booking", "STAFF, BOOKING_CANCELLED, Our staff",
			"SHOW_CANCELLED, SHOW_CANCELLED, The cinema has cancelled this show" })
	void saysWhyABookingEndedAndWhatGoesBack(String reason, String kind, String why) {
		Notice notice = notice("cancelled", BookingEventFixture.cancelled(reason, Money.of("625.00", "INR"), false));
		assertThat(notice.kind()).isEqualTo(kind);
		assertThat(notice.text()).contains(why, "₹625.00 of the ₹1,250.00", "Lagaan at Regal Colaba");
		assertThat(notice.mail()).isNotNull();
		assertThat(notice.mail().paragraphs()).anySatisfy((line) -> assertThat(line).contains(why));
		assertThat(notice.mail().facts()).contains(new Fact("Refund", "₹625.00"));
	}

	@Test
	void promisesNoMoneyThatDoesNotGoBack() {
		assertThat(notice("cancelled", BookingEventFixture.cancelled("CUSTOMER", null, false)).text())
			.contains("nothing goes back so late");
		assertThat(notice("cancelled", BookingEventFixture.cancelled("SHOW_CANCELLED", null, false)).text())
			.contains("You had paid nothing");
		assertThat(notice("cancelled", BookingEventFixture.cancelled("SHOW_CANCELLED", null, true)).text())
			.contains("Should your payment still reach us");
	}

	@Test
	void tellsTheRefundOfACancellationFromThatOfLateMoney() {
		Notice refund = notice("refunded", BookingEventFixture.cancelled("CUSTOMER", Money.of("625.00", "INR"), false));
		assertThat(refund.text()).contains("refund for your cancelled booking", "₹625.00")
			.doesNotContain("no longer held");
		assertThat(notice("refunded").text()).contains("no longer held for you");
	}

	@ParameterizedTest
	@CsvSource({ "HELD, still held", "FAILED, no longer held", "EXPIRED, no longer held" })
	void saysWhetherAFailedPaymentCanBeTriedAgain(String status, String seats) {
		assertThat(notice("payment-failed", BookingEventFixture.in(status)).mail()).isNotNull()
			.extracting(MailContent::paragraphs)
			.asInstanceOf(LIST)
			.anySatisfy((line) -> assertThat(line.toString()).contains(seats));
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
		return notice(type, BookingEventFixture.lateShow());
	}

	private static Notice notice(String type, BookingEvent booking) {
		return BookingNotices.of("event-1", "marquee.booking." + type, NOW, booking).orElseThrow();
	}

	private static MailContent confirmation() {
		MailContent mail = notice("confirmed").mail();
		assertThat(mail).isNotNull();
		return mail;
	}

}
