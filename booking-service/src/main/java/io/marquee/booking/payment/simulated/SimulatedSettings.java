package io.marquee.booking.payment.simulated;

import java.time.Duration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the simulated provider is, and what is agreed with it.
 *
 * @param answerTime how long a charge may take before its outcome counts as unknown
 */
@Validated
@ConfigurationProperties("marquee.payments.simulated")
record SimulatedSettings(@NotBlank String url, @NotBlank String apiKey, @NotBlank String webhookSecret,
		@NotNull @DefaultValue("5s") Duration answerTime, @NotNull @DefaultValue("5m") Duration webhookTolerance) {

	/** Secrets stay out of logs. */
	@Override
	public String toString() {
		return "SimulatedSettings[" + this.url + "]";
	}

}
