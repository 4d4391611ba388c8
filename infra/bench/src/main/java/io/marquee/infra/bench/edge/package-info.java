/**
 * The gateway beside nginx.
 */
@NullMarked
package io.marquee.infra.bench.edge;

import org.jspecify.annotations.NullMarked;
