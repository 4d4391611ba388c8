/**
 * The HTTP side of movies.
 */
@NullMarked
package io.marquee.catalog.movie.web;

import org.jspecify.annotations.NullMarked;
