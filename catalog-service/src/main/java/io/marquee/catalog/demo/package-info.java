/**
 * The demo catalogue.
 */
@NullMarked
package io.marquee.catalog.demo;

import org.jspecify.annotations.NullMarked;
