/**
 * What the catalogue's controllers have in common.
 */
@NullMarked
package io.marquee.catalog.web;

import org.jspecify.annotations.NullMarked;
