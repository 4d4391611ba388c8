/**
 * Restaurants with the offers that hold there.
 */
@NullMarked
package io.marquee.offers.restaurant;

import org.jspecify.annotations.NullMarked;
