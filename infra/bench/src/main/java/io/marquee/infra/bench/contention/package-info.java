/**
 * Thousands of buyers after few seats, while processes are killed.
 */
@NullMarked
package io.marquee.infra.bench.contention;

import org.jspecify.annotations.NullMarked;
