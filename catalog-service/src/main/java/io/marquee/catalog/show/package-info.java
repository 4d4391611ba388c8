/**
 * Shows: a movie on a screen at a time, never two at once.
 */
@NullMarked
package io.marquee.catalog.show;

import org.jspecify.annotations.NullMarked;
