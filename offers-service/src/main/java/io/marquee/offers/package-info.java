/**
 * Offers and coupons, restaurants and OTT titles.
 */
@NullMarked
package io.marquee.offers;

import org.jspecify.annotations.NullMarked;
