/** Tickets: the signed code, its pictures on paper and screens, and the door. */
@org.jspecify.annotations.NullMarked
package io.marquee.booking.ticket;
