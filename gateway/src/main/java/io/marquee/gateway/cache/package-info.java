/**
 * Public pages of the catalogue, kept in memory until an event says that they have
 * changed.
 */
@NullMarked
package io.marquee.gateway.cache;

import org.jspecify.annotations.NullMarked;
