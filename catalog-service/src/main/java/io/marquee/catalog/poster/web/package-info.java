/**
 * The HTTP side of posters.
 */
@NullMarked
package io.marquee.catalog.poster.web;

import org.jspecify.annotations.NullMarked;
