/**
 * The Kafka broker's own process.
 */
@NullMarked
package io.marquee.infra.local.kafka;

import org.jspecify.annotations.NullMarked;
