/**
 * Venues with their screens and seat layouts.
 */
@NullMarked
package io.marquee.catalog.venue;

import org.jspecify.annotations.NullMarked;
