/**
 * Finding things by words that people type, mistakes included.
 */
@NullMarked
package io.marquee.catalog.search;

import org.jspecify.annotations.NullMarked;
