package io.marquee.booking.payment.simulated;

import java.time.Duration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the simulated provider is, and what is agreed with it.
 *
 * @param connectTime how long a connection may take before the provider counts as away
 * @param answerTime how long a charge may take before its outcome counts as unknown
 */
@Validated
@ConditionalOnProperty(name = "marquee.payments.provider", havingValue = "simulated", matchIfMissing = true)
@ConfigurationProperties("marquee.payments.simulated")
record SimulatedSettings(@NotBlank String url,
		@NotBlank @Pattern(regexp = SimulatedSettings.RESOLVED,
				message = "the environment variable MARQUEE_PAYMENTS_API_KEY is not set") String apiKey,
		@NotBlank @Pattern(regexp = SimulatedSettings.RESOLVED,
				message = "the environment variable MARQUEE_PAYMENTS_WEBHOOK_SECRET is not set") String webhookSecret,
		@NotNull @DefaultValue("500ms") Duration connectTime, @NotNull @DefaultValue("5s") Duration answerTime,
		@NotNull @DefaultValue("5m") Duration webhookTolerance) {

	/**
	 * Binding leaves a placeholder without a value as it is, and a known text is no
	 * secret.
	 */
	static final String RESOLVED = "(?!\\$\\{).*";

	/** Secrets stay out of logs. */
	@Override
	public String toString() {
		return "SimulatedSettings[" + this.url + "]";
	}

}
