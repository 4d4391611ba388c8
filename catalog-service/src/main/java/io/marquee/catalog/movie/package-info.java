/**
 * Movies: what they are, finding them, changing them.
 */
@NullMarked
package io.marquee.catalog.movie;

import org.jspecify.annotations.NullMarked;
