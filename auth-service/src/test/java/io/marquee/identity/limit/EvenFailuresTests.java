package io.marquee.identity.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.marquee.identity.MutableClock;
import io.marquee.platform.web.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EvenFailuresTests {

	private final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T10:00:00.123456Z"));

	private final List<Duration> pauses = new ArrayList<>();

	private final EvenFailures failures = new EvenFailures(LimitsFixture.settings(), this.clock, this.pauses::add);

	@ParameterizedTest
	@CsvSource({ "3, 497", "180, 320", "499, 1", "500, 500", "1234, 266" })
	void refusesAMultipleOfTheTickAfterTheAttemptBegan(long took, long waits) {
		refuse(HttpStatus.UNAUTHORIZED, Duration.ofMillis(took));

		assertThat(this.pauses).containsExactly(Duration.ofMillis(waits));
	}

	@Test
	void letsTheRightOnesInAtOnce() {
		assertThat(this.failures.even(taking(Duration.ofMillis(180), () -> "in"))).isEqualTo("in");

		assertThat(this.pauses).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(value = HttpStatus.class, names = { "TOO_MANY_REQUESTS", "SERVICE_UNAVAILABLE" })
	void doesNotHoldBackWhatIsTheSameForAll(HttpStatus status) {
		refuse(status, Duration.ofMillis(180));

		assertThat(this.pauses).isEmpty();
	}

	private void refuse(HttpStatus status, Duration took) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> this.failures.even(taking(took, () -> {
			throw new ApiException(status, status.name(), "no");
		})));
	}

	private Supplier<String> taking(Duration time, Supplier<String> attempt) {
		return () -> {
			this.clock.advance(time);
			return attempt.get();
		};
	}

}
