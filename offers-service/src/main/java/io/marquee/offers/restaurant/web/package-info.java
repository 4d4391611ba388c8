/**
 * Restaurants over HTTP.
 */
@NullMarked
package io.marquee.offers.restaurant.web;

import org.jspecify.annotations.NullMarked;
