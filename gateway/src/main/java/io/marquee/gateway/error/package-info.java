/**
 * The gateway's own failures, in the one error format.
 */
@NullMarked
package io.marquee.gateway.error;

import org.jspecify.annotations.NullMarked;
