/**
 * A narrated booking through the gateway, as a client makes it.
 */
@NullMarked
package io.marquee.infra.local.demo;

import org.jspecify.annotations.NullMarked;
