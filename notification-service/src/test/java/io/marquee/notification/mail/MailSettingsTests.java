package io.marquee.notification.mail;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MailSettingsTests {

	private final MailSettings settings = new MailSettings("a@marquee.example", Duration.ofMinutes(2),
			Duration.ofSeconds(5), Duration.ofMinutes(1));

	@Test
	void waitsTwiceAsLongEachTimeUpToALimit() {
		assertThat(this.settings.backOff(1)).hasSeconds(5);
		assertThat(this.settings.backOff(2)).hasSeconds(10);
		assertThat(this.settings.backOff(3)).hasSeconds(20);
		assertThat(this.settings.backOff(5)).hasSeconds(60);
		assertThat(this.settings.backOff(Integer.MAX_VALUE)).hasSeconds(60);
	}

}
