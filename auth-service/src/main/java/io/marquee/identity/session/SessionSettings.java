package io.marquee.identity.session;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How long sessions live.
 *
 * @param longest the life of a session that is never idle; not shorter than the realm's
 * {@code ssoSessionMaxLifespan}
 */
@Validated
@ConfigurationProperties("marquee.identity.sessions")
record SessionSettings(@NotNull Duration longest) {

}
