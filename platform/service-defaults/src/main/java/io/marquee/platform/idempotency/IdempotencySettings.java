package io.marquee.platform.idempotency;

import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which requests may carry a key, {@code marquee.idempotency.*}.
 *
 * @param paths servlet patterns, such as {@code /api/v1/admin/*}; POST alone is meant
 * @param lease how long a request belongs to whoever began it; longer than any lasts
 */
@Validated
@ConfigurationProperties("marquee.idempotency")
record IdempotencySettings(@DefaultValue List<String> paths, @NotNull @DefaultValue("30s") Duration lease) {
}
