/**
 * Titles on streaming platforms.
 */
@NullMarked
package io.marquee.offers.ott;

import org.jspecify.annotations.NullMarked;
