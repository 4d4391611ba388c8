/**
 * Kills booking-service before and after each of its writes in turn.
 */
@NullMarked
package io.marquee.infra.bench.crash;

import org.jspecify.annotations.NullMarked;
