/**
 * A client that costs little and says exactly what became of a request.
 */
@NullMarked
package io.marquee.infra.bench.http;

import org.jspecify.annotations.NullMarked;
