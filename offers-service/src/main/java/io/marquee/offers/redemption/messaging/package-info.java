/**
 * What redemptions learn from the bookings topic.
 */
@NullMarked
package io.marquee.offers.redemption.messaging;

import org.jspecify.annotations.NullMarked;
