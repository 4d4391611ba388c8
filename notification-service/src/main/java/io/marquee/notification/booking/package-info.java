/**
 * What a customer is told of a booking.
 */
@NullMarked
package io.marquee.notification.booking;

import org.jspecify.annotations.NullMarked;
