/** The seat map, live: what changes on it is sent to whoever watches. */
@org.jspecify.annotations.NullMarked
package io.marquee.booking.seatmap;
