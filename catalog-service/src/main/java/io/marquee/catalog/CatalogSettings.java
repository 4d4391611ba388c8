package io.marquee.catalog;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Policy of the catalogue, {@code marquee.catalog.*}.
 *
 * @param demo whether to load the demo catalogue
 * @param cleaningGap how long a screen is closed after a show
 */
@Validated
@ConfigurationProperties("marquee.catalog")
public record CatalogSettings(@DefaultValue("false") boolean demo, @NotNull @DefaultValue("15m") Duration cleaningGap) {
}
