package io.marquee.identity.github;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where GitHub's API is.
 *
 * @param apiUrl its base address (MARQUEE_GITHUB_API_URL)
 * @param connectTimeout how long to wait for a connection
 * @param readTimeout how long to wait for an answer
 */
@Validated
@ConfigurationProperties("marquee.identity.github")
record GitHubSettings(@NotNull URI apiUrl, @NotNull Duration connectTimeout, @NotNull Duration readTimeout) {

}
