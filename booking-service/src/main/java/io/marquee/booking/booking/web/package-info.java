/** Bookings over HTTP. */
@org.jspecify.annotations.NullMarked
package io.marquee.booking.booking.web;
