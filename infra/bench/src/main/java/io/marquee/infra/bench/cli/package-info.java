/**
 * {@code ./marquee bench}.
 */
@NullMarked
package io.marquee.infra.bench.cli;

import org.jspecify.annotations.NullMarked;
