/**
 * Movies, venues and shows: what can be seen where and when.
 */
@NullMarked
package io.marquee.catalog;

import org.jspecify.annotations.NullMarked;
