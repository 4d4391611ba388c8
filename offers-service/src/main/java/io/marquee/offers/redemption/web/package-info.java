/**
 * The HTTP side of redemptions.
 */
@NullMarked
package io.marquee.offers.redemption.web;

import org.jspecify.annotations.NullMarked;
