/** Seats, holds, payments and bookings. */
@org.jspecify.annotations.NullMarked
package io.marquee.booking;
