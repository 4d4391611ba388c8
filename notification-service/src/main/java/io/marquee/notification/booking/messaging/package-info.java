/**
 * Listens to bookings.
 */
@NullMarked
package io.marquee.notification.booking.messaging;

import org.jspecify.annotations.NullMarked;
