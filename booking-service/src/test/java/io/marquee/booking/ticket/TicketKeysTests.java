package io.marquee.booking.ticket;

import java.time.Duration;
import java.util.Base64;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TicketKeysTests {

	@Test
	void keepsTheirOrderAndTakesEitherAlphabet() {
		byte[] secret = new byte[32];
		secret[0] = (byte) 0xff;
		String text = "2027:" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret) + ", 2026:"
				+ Base64.getEncoder().encodeToString(secret);
		assertThat(TicketKeys.parse(text)).hasValueSatisfying((keys) -> {
			assertThat(keys.byId().keySet()).containsExactly("2027", "2026");
			assertThat(keys.byId().values()).containsOnly(secret);
		});
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "${MARQUEE_TICKET_KEYS}", "2026", "2026:", "2026:c2hvcnQ=", "2026:c2hvcnQ=,",
			":" + TicketFixture.SECRET, "2026:" + TicketFixture.SECRET + ",2026:" + TicketFixture.SECRET,
			"2026:" + TicketFixture.SECRET + ",2025:not base64", TicketFixture.SECRET })
	void refusesOthersNamingTheVariableAndNeverShowingThem(String keys) {
		TicketSettings settings = new TicketSettings(keys, Duration.ofHours(2));
		try (var factory = Validation.buildDefaultValidatorFactory()) {
			assertThat(factory.getValidator().validate(settings)).singleElement().satisfies((violation) -> {
				assertThat(violation.getMessage()).contains("MARQUEE_TICKET_KEYS");
				assertThat(violation).extracting(ConstraintViolation::getInvalidValue).isEqualTo(false);
			});
		}
		assertThat(settings.toString()).doesNotContain(TicketFixture.SECRET);
	}

}
