/**
 * Attacks and measures the booking path of real processes.
 */
@NullMarked
package io.marquee.infra.bench;

import org.jspecify.annotations.NullMarked;
