package io.marquee.identity.secondfactor;

import java.time.Duration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How second factors work.
 *
 * @param issuer whose accounts these are, as authenticator apps show it
 * @param setUp how long the secret of an app waits for its first code
 */
@Validated
@ConfigurationProperties("marquee.identity.second-factor")
record SecondFactorSettings(@NotBlank String issuer, @NotNull Duration setUp) {

}
