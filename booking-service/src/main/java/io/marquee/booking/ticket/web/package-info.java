/** Tickets over HTTP. */
@org.jspecify.annotations.NullMarked
package io.marquee.booking.ticket.web;
