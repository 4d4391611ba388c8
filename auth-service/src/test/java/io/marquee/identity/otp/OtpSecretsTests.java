package io.marquee.identity.otp;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class OtpSecretsTests {

	private final OtpSecrets secrets = withKey("a key for tests, 32 characters or more");

	@Test
	void drawsSixDigits() {
		for (int i = 0; i < 1000; i++) {
			assertThat(this.secrets.code()).matches("\\d{6}");
		}
	}

	@Test
	void bindsAHashToAddressPurposeAndIssue() {
		String id = this.secrets.nameOf(OtpPurpose.SIGN_UP, "a@example.org");
		String hash = this.secrets.hash(id, "issue", "123456");

		assertThat(this.secrets.matches(hash, id, "issue", "123456")).isTrue();
		assertThat(this.secrets.matches(hash, id, "issue", "123457")).isFalse();
		assertThat(this.secrets.matches(hash, id, "another", "123456")).isFalse();
		assertThat(this.secrets.matches(hash, this.secrets.nameOf(OtpPurpose.PASSWORD_RESET, "a@example.org"), "issue",
				"123456"))
			.isFalse();
		assertThat(
				this.secrets.matches(hash, this.secrets.nameOf(OtpPurpose.SIGN_UP, "b@example.org"), "issue", "123456"))
			.isFalse();
		assertThat(withKey("another key for tests, long enough too").matches(hash, id, "issue", "123456")).isFalse();
	}

	@Test
	void namesNoAddressInTheClear() {
		assertThat(this.secrets.nameOf(OtpPurpose.SIGN_UP, "a@example.org")).doesNotContain("example")
			.startsWith("SIGN_UP:");
	}

	@Test
	void opensWhatItSealedForTheSameCodeOnly() {
		String sealed = this.secrets.seal("123456a@example.org", "id");

		assertThat(sealed).isNotEqualTo(this.secrets.seal("123456a@example.org", "id"));
		assertThat(this.secrets.open(sealed, "id")).isEqualTo("123456a@example.org");
		assertThatIllegalStateException().isThrownBy(() -> this.secrets.open(sealed, "another"));
		assertThatIllegalStateException()
			.isThrownBy(() -> withKey("another key for tests, long enough too").open(sealed, "id"));
	}

	static OtpSecrets withKey(String key) {
		return new OtpSecrets(new OtpSettings(key, Duration.ofMinutes(10), Duration.ofSeconds(60), 5, "m@example.org"));
	}

}
