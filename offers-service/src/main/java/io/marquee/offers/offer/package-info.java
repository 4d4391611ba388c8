/**
 * Offers: what a coupon takes off, when it applies, and the quote for a purchase.
 */
@NullMarked
package io.marquee.offers.offer;

import org.jspecify.annotations.NullMarked;
