/**
 * Figures: throughput, latency, a rush, and what a booking costs among many.
 */
@NullMarked
package io.marquee.infra.bench.load;

import org.jspecify.annotations.NullMarked;
