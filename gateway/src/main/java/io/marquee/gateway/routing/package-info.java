/**
 * Which path belongs to which service, and who may use it.
 */
@NullMarked
package io.marquee.gateway.routing;

import org.jspecify.annotations.NullMarked;
