/**
 * The HTTP side of venues.
 */
@NullMarked
package io.marquee.catalog.venue.web;

import org.jspecify.annotations.NullMarked;
