/** This service's own view of offers. */
@org.jspecify.annotations.NullMarked
package io.marquee.booking.offers;
