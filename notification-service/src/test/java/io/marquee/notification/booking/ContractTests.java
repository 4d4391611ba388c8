package io.marquee.notification.booking;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

import io.marquee.notification.mail.MailContent;
import io.marquee.notification.notice.Notice;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads what booking-service promises to send.
 */
class ContractTests {

	@ParameterizedTest
	@ValueSource(strings = { "held", "confirmed", "expired", "released", "payment-failed", "cancelled", "refunded" })
	void readsEveryEventOfABooking(String type) throws IOException {
		assertThat(sample("marquee.booking." + type).seats()).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "confirmed", "cancelled", "refunded" })
	void mailsWhatConcernsMoneyThatWasTaken(String type) throws IOException {
		String event = "marquee.booking." + type;
		Optional<MailContent> mail = BookingNotices.of("event-1", event, Instant.EPOCH, sample(event))
			.map(Notice::mail);
		assertThat(mail).hasValueSatisfying((content) -> assertThat(content.subject()).contains("K7QM-4XTP"));
	}

	private static BookingEvent sample(String event) throws IOException {
		try (InputStream in = new ClassPathResource("contracts/" + event + "/sample.json").getInputStream()) {
			return JsonMapper.shared().readValue(in, BookingEvent.class);
		}
	}

}
