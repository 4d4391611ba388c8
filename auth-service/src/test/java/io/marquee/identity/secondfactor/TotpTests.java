package io.marquee.identity.secondfactor;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.LongStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TotpTests {

	private static final String RFC_SECRET = new Base32()
		.encodeToString("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

	/** RFC 6238, appendix B, SHA-1; of eight digits the last six. */
	@ParameterizedTest
	@CsvSource({ "59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037",
			"20000000000, 353130" })
	void showsTheCodesOfTheStandard(long seconds, String code) {
		Instant time = Instant.ofEpochSecond(seconds);

		assertThat(Totp.code(RFC_SECRET, Totp.stepAt(time))).isEqualTo(code);
		assertThat(Totp.stepOf(RFC_SECRET, code, time, -1)).hasValue(seconds / 30);
	}

	@Property
	void acceptsACodeOneStepEarlyOrLateAndNoFurther(@ForAll @LongRange(min = 10, max = 100_000_000) long step,
			@ForAll @IntRange(min = -5, max = 5) int off, @ForAll @IntRange(min = 0, max = 29) int second) {
		Instant now = Instant.ofEpochSecond(step * 30 + second);
		String code = Totp.code(RFC_SECRET, step + off);

		// Once in 333,000 times a code beyond is the same as one within.
		boolean within = Math.abs(off) <= 1 || LongStream.rangeClosed(step - 1, step + 1)
			.mapToObj((near) -> Totp.code(RFC_SECRET, near))
			.anyMatch(code::equals);
		assertThat(Totp.stepOf(RFC_SECRET, code, now, -1).isPresent()).isEqualTo(within);
	}

	@Property
	void acceptsNothingOfASpentStepOrBefore(@ForAll @LongRange(min = 10, max = 100_000_000) long step,
			@ForAll @IntRange(min = -1, max = 1) int spent) {
		Instant now = Instant.ofEpochSecond(step * 30);

		for (long used = step - 1; used <= step + spent; used++) {
			assertThat(Totp.stepOf(RFC_SECRET, Totp.code(RFC_SECRET, used), now, step + spent).orElse(Long.MAX_VALUE))
				.isGreaterThan(step + spent);
		}
	}

	@Test
	void refusesWhatIsNoCode() {
		assertThat(Totp.stepOf(RFC_SECRET, "", Instant.ofEpochSecond(59), -1)).isEmpty();
		assertThat(Totp.stepOf(RFC_SECRET, "94287082", Instant.ofEpochSecond(59), -1)).isEmpty();
	}

	@Test
	void drawsSecretsOf160Bits() {
		assertThat(Totp.secret()).matches("[A-Z2-7]{32}").isNotEqualTo(Totp.secret());
	}

	@Test
	void tellsAppsAllTheyNeed() {
		assertThat(Totp.uri("Marquee Cinemas", "asha+films@example.org", "ABC"))
			.isEqualTo("otpauth://totp/Marquee%20Cinemas:asha%2Bfilms%40example.org?secret=ABC"
					+ "&issuer=Marquee%20Cinemas&algorithm=SHA1&digits=6&period=30");
	}

}
