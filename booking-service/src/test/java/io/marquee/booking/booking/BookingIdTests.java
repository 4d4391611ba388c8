package io.marquee.booking.booking;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BookingIdTests {

	@Test
	void paymentLeadsBackToItsBooking() {
		BookingId id = BookingId.next(BookingFixture.NOW);
		assertThat(BookingId.ofPayment(id.paymentId())).contains(id);
		assertThat(BookingId.parse(id.value())).contains(id);
	}

	@Test
	void laterIdsSortLater() {
		assertThat(BookingId.next(BookingFixture.NOW).value())
			.isLessThan(BookingId.next(BookingFixture.NOW.plusMillis(1)).value());
	}

	@Test
	void sameTimeAndChanceMakeTheSameId() {
		byte[] chance = "a chance of 16 b".getBytes();
		assertThat(BookingId.of(BookingFixture.NOW, chance)).isEqualTo(BookingId.of(BookingFixture.NOW, chance));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "pay_", "bk_00000000000000000000000000", "pay_{$ne:null}",
			"pay_0000000000000000000000000", "pay_0000000000000000000000000A" })
	void textThatIsNoPaymentIdLeadsNowhere(String text) {
		assertThat(BookingId.ofPayment(text)).isEmpty();
	}

	@Test
	void codesCannotBeMisread() {
		assertThat(BookingCode.next().value()).matches("[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}");
	}

}
