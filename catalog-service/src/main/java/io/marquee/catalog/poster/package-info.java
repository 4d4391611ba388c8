/**
 * Posters of movies: checked, made small, kept and shown.
 */
@NullMarked
package io.marquee.catalog.poster;

import org.jspecify.annotations.NullMarked;
