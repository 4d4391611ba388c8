package io.marquee.infra.bench.stack;

import java.time.Instant;

/**
 * A process that was killed.
 *
 * @param process its name
 * @param killedAt when it was killed
 * @param readyAt when it was ready again
 */
public record Outage(String process, Instant killedAt, Instant readyAt) {

}
