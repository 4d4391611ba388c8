/** This service's own view of the catalogue. */
@org.jspecify.annotations.NullMarked
package io.marquee.booking.catalog;
