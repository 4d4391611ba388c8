/** The live seat map over HTTP. */
@org.jspecify.annotations.NullMarked
package io.marquee.booking.seatmap.web;
