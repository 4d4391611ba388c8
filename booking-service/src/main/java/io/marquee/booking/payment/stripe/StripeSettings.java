package io.marquee.booking.payment.stripe;

import java.time.Duration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The merchant's account at Stripe, which should serve Marquee alone: the audit names
 * every charge there that no booking knows.
 *
 * @param url another address than Stripe's, for tests
 * @param answerTime how long a call may take before its outcome counts as unknown
 */
@Validated
@ConditionalOnProperty(name = "marquee.payments.provider", havingValue = "stripe")
@ConfigurationProperties("marquee.payments.stripe")
record StripeSettings(@NotBlank @DefaultValue("https://api.stripe.com") String url,
		@NotBlank(message = "the environment variable MARQUEE_STRIPE_API_KEY is not set") String apiKey,
		@NotBlank(message = "the environment variable MARQUEE_STRIPE_WEBHOOK_SECRET is not set") String webhookSecret,
		@NotNull @DefaultValue("5s") Duration answerTime, @NotNull @DefaultValue("5m") Duration webhookTolerance) {

	/** Secrets stay out of logs. */
	@Override
	public String toString() {
		return "StripeSettings[" + this.url + "]";
	}

}
