package io.marquee.booking.payment;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who takes the money, and how many may wait for them.
 *
 * @param provider whose adapter is used
 * @param atOnce how many customers' charges are under way at once in this process
 * @param patience how long one more waits for its turn
 */
@Validated
@ConfigurationProperties("marquee.payments")
record PaymentSettings(@NotNull @DefaultValue("simulated") Provider provider, @Positive @DefaultValue("64") int atOnce,
		@NotNull @DefaultValue("100ms") Duration patience) {

	/** Providers there is an adapter for. */
	enum Provider {

		SIMULATED, STRIPE

	}

}
