/**
 * Coupons that bookings use: reserved with the hold, redeemed at confirmation, given back
 * on expiry or cancellation, and never more of them than there are.
 */
@NullMarked
package io.marquee.offers.redemption;

import org.jspecify.annotations.NullMarked;
