/**
 * Bookings from the hold to their end; {@link io.marquee.booking.booking.Booking} knows
 * the rules.
 */
@org.jspecify.annotations.NullMarked
package io.marquee.booking.booking;
