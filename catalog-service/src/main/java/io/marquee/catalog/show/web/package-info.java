/**
 * The HTTP side of shows.
 */
@NullMarked
package io.marquee.catalog.show.web;

import org.jspecify.annotations.NullMarked;
