/**
 * What the three kinds of listing have in common: how they are administered and served to
 * the public.
 */
@NullMarked
package io.marquee.offers.listing;

import org.jspecify.annotations.NullMarked;
