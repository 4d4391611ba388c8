/**
 * Clients of the booking API that write down all they asked and all they were told.
 */
@NullMarked
package io.marquee.infra.bench.client;

import org.jspecify.annotations.NullMarked;
