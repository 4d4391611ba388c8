package io.marquee.admin.figures;

import java.io.IOException;
import java.io.InputStream;

import io.marquee.platform.money.Money;
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
		try (InputStream in = new ClassPathResource("contracts/marquee.booking." + type + "/sample.json")
			.getInputStream()) {
			assertThat(JsonMapper.shared().readValue(in, BookingEvent.class).seats()).isNotEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "cancelled", "refunded" })
	void knowsWhatGoesBack(String type) throws IOException {
		try (InputStream in = new ClassPathResource("contracts/marquee.booking." + type + "/sample.json")
			.getInputStream()) {
			assertThat(JsonMapper.shared().readValue(in, BookingEvent.class).refund())
				.isEqualTo(Money.of("225.00", "INR"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "held", "confirmed", "cancelled", "refunded" })
	void countsWhatTheDashboardShows(String type) {
		assertThat(Milestone.of("marquee.booking." + type)).isPresent();
	}

}
