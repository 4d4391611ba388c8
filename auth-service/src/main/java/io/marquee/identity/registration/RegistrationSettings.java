package io.marquee.identity.registration;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How signing up works.
 *
 * @param lifetime how long a proven address may wait for its account
 * @param lease how long an attempt keeps the registration to itself, should it die
 */
@Validated
@ConfigurationProperties("marquee.identity.registration")
record RegistrationSettings(@NotNull Duration lifetime, @NotNull Duration lease) {

}
