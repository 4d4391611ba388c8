/** What bookings learn from others. */
@org.jspecify.annotations.NullMarked
package io.marquee.booking.booking.messaging;
