package io.marquee.booking.booking;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How bookings are kept.
 *
 * @param holdTime how long seats are held without payment
 * @param answerTime how long a payment is left to the request that began it; longer than
 * the provider may take
 */
@Validated
@ConfigurationProperties("marquee.booking")
record BookingSettings(@NotNull @DefaultValue("5m") Duration holdTime,
		@NotNull @DefaultValue("8s") Duration answerTime) {
}
