package io.marquee.identity.challenge;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How log-ins wait for their second factor.
 *
 * @param lifetime how long
 * @param attempts how many guesses one log-in allows
 */
@Validated
@ConfigurationProperties("marquee.identity.challenge")
record ChallengeSettings(@NotNull Duration lifetime, @Min(1) @Max(10) int attempts) {

}
